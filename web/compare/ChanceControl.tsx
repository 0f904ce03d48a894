import { SteppedNumber } from '../controls/SteppedNumber.tsx';
import { MOST_DRAWS, MOST_SEED, setView, useView } from '../state/view.ts';
import { useCompared, useCompareWords } from './comparison.tsx';
import { nullModel } from './indices.ts';

/** How chance is drawn and counts are read: folded away, because the usual answer is good. */
export function ChanceControl() {
  const { t, region } = useCompareWords();
  const { index } = useCompared();
  const draws = useView(view => view.draws);
  const seed = useView(view => view.seed);
  const clamp = useView(view => view.clamp);
  return (
    <details className="chance-control">
      <summary>{t('compare.chance.title')}</summary>
      <div className="chance-fields">
        <SteppedNumber
          label={t('compare.chance.draws')}
          value={draws}
          least={1}
          most={MOST_DRAWS}
          onChange={next => setView({ draws: next })}
        />
        <SteppedNumber
          label={t('compare.chance.seed')}
          value={seed}
          least={0}
          most={MOST_SEED}
          onChange={next => setView({ seed: next })}
        />
      </div>
      <p className="quiet">
        {t(`compare.chance.${nullModel(index)}`)} {t('compare.chance.help')}
      </p>
      <label className="plain-check">
        <input type="checkbox" checked={clamp} onChange={event => setView({ clamp: event.target.checked })} />
        {t('compare.chance.clamp')}
      </label>
      <p className="quiet">{t('compare.chance.clampHelp', { region })}</p>
    </details>
  );
}
