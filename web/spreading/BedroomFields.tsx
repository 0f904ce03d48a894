import { HOME_SIZES } from '../../core/scenario/homes.ts';
import type { BedroomMix } from '../../core/spreading/bedrooms.ts';
import { SteppedNumber } from '../controls/SteppedNumber.tsx';
import { setAsk, useSpreading } from './search.ts';
import { useSpreadWords } from './words.ts';

const SIZES = HOME_SIZES.filter(size => size !== 'unspecified');
const PART = 100;
const percentOf = (part: number | undefined): number => Math.round((part ?? 0) * PART);

/** Parts of the new dwellings by number of bedrooms; they never come to more than all of them. */
export function BedroomFields() {
  const { t } = useSpreadWords();
  const mix = useSpreading(state => state.ask.bedrooms) ?? {};
  const all = SIZES.reduce((sum, size) => sum + percentOf(mix[size]), 0);
  const set = (size: keyof BedroomMix, percent: number) => {
    const { [size]: _, ...others } = mix;
    const next: BedroomMix = percent === 0 ? others : { ...others, [size]: percent / PART };
    setAsk({ bedrooms: Object.keys(next).length === 0 ? null : next });
  };
  return (
    <details className="fold" data-testid="bedroom-mix">
      <summary>{t('spreading.bedrooms')}</summary>
      <div className="spread-form">
        <p className="quiet">{t('spreading.bedroomsText')}</p>
        {SIZES.map(size => (
          <SteppedNumber
            key={size}
            label={t('spreading.bedroomPart', { size: t(`edit.sizeSpoken.${size}`) })}
            value={percentOf(mix[size])}
            least={0}
            most={PART - all + percentOf(mix[size])}
            step={5}
            onChange={percent => set(size, percent)}
          />
        ))}
        <p className="quiet">{t('spreading.bedroomsLeft', { percent: PART - all })}</p>
      </div>
    </details>
  );
}
