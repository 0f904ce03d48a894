import { Input, NumberField } from 'react-aria-components';
import { addHomes, HOME_SIZES, type HomeSize, type Homes, MAX_DWELLINGS } from '../../core/scenario/homes.ts';
import { useWords } from '../i18n/words.ts';

type Props = { homes: Homes; onChange: (homes: Homes, changed: HomeSize) => void };

/** Social dwellings by number of bedrooms, a field for each. */
export function HomesFields({ homes, onChange }: Props) {
  const { t } = useWords();
  // Saying how many bedrooms dwellings have takes them from those of which it was not known yet.
  const write = (size: HomeSize, dwellings: number) => {
    const more = Math.max(0, dwellings - (homes[size] ?? 0));
    const rest = Math.max(0, (homes.unspecified ?? 0) - more);
    const changed = { ...homes, ...(size === 'unspecified' ? {} : { unspecified: rest }), [size]: dwellings };
    onChange(addHomes({}, changed), size);
  };
  return (
    <fieldset className="homes">
      <legend className="field-label">{t('edit.sizes')}</legend>
      {HOME_SIZES.map(size => (
        <NumberField
          key={size}
          className="number"
          value={homes[size] ?? 0}
          minValue={0}
          maxValue={MAX_DWELLINGS}
          step={1}
          formatOptions={{ useGrouping: false }}
          onChange={next => write(size, Number.isNaN(next) ? 0 : next)}
          aria-label={t(`edit.sizeSpoken.${size}`)}
        >
          <span className="field-label" aria-hidden="true">
            {t(`edit.size.${size}`)}
          </span>
          <Input className="input" />
        </NumberField>
      ))}
    </fieldset>
  );
}
