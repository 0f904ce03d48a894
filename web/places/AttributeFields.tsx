import { Input, Label, TextField } from 'react-aria-components';
import { ATTRIBUTE_IDS, ATTRIBUTES, type AttributeId } from '../../core/facilities/attributes.ts';
import { Choice } from '../controls/Choice.tsx';
import { useWords } from '../i18n/words.ts';
import type { Draft, DraftFault } from './draft.ts';
import { useFieldWords } from './placeWords.ts';

type Props = {
  attributes: Draft['attributes'];
  faults: readonly DraftFault[];
  onChange: (attributes: Draft['attributes']) => void;
};

/** A field for every attribute, as its kind asks; blank is not known. */
export function AttributeFields({ attributes, faults, onChange }: Props) {
  const { t } = useWords();
  const words = useFieldWords();
  const put = (id: AttributeId, text: string) => onChange({ ...attributes, [id]: text });
  return (
    <div className="place-attributes">
      {ATTRIBUTE_IDS.map(id => {
        const attribute = ATTRIBUTES[id];
        const label = words.attribute(id);
        if (attribute.kind === 'choice') {
          const options = [
            { id: '', title: t('places.nothing') },
            ...attribute.choices.map(choice => ({
              id: choice,
              title: t(`attribute.choice.${choice as 'yes'}`),
            })),
          ];
          return (
            <Choice
              key={id}
              label={label}
              options={options}
              value={attributes[id]}
              onChange={text => put(id, text)}
            />
          );
        }
        const wrong =
          faults.includes(id) || (faults.includes('ages') && (id === 'minAge' || id === 'maxAge'));
        return (
          <TextField key={id} value={attributes[id]} onChange={text => put(id, text)} isInvalid={wrong}>
            <Label className="field-label">{label}</Label>
            <Input
              className="input"
              inputMode={attribute.kind === 'whole' ? 'numeric' : 'text'}
              placeholder={attribute.kind === 'day' ? t('places.day') : ''}
            />
            {faults.includes(id) && <p className="note alarm">{t(`places.faults.${attribute.kind}`)}</p>}
          </TextField>
        );
      })}
      {faults.includes('ages') && <p className="note alarm">{t('places.faults.ages')}</p>}
    </div>
  );
}
