import { SteppedNumber } from '../controls/SteppedNumber.tsx';
import { setView, useView } from '../state/view.ts';
import { useCompareWords } from './comparison.tsx';

/** A usual density of the built-up part; the rule stands beside it, to be changed. */
const USUAL_DENSITY = 15;
const MOST_DENSITY = 1000;

/** The official spread ratio needs a rule that says what is city and what is fringe. */
export function CityControl() {
  const { t, count } = useCompareWords();
  const density = useView(view => view.cityDensity);
  return (
    <div className="city-control">
      <label className="plain-check">
        <input
          type="checkbox"
          checked={density !== null}
          onChange={event => setView({ cityDensity: event.target.checked ? USUAL_DENSITY : null })}
        />
        {t('compare.city.show')}
      </label>
      {density !== null && (
        <>
          <SteppedNumber
            label={t('compare.city.density')}
            value={density}
            least={0.5}
            most={MOST_DENSITY}
            step={0.5}
            onChange={cityDensity => setView({ cityDensity })}
          />
          <p className="quiet">{t('compare.city.help', { density: count(density) })}</p>
        </>
      )}
    </div>
  );
}
