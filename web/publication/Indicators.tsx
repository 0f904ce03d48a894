import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { availableOf } from '../layers/availability.ts';
import { useScene } from '../state/scene.tsx';

/** Every indicator: what it means, where it comes from, which years, and below what number it is hidden. */
export function Indicators() {
  const { t, text, count } = useWords();
  const { indicators, levels } = useScene();
  return (
    <dl className="indicator-list">
      {indicators.map(one => {
        const available = availableOf(one, indicators);
        const years = [...new Set(available.map(item => item.year))].sort((a, b) => a - b);
        const at = levels
          .filter(level => available.some(item => item.level === level.id))
          .map(level => text(level.title));
        const span = years.length > 1 ? `${years[0]}–${years.at(-1)}` : String(years[0] ?? '');
        return (
          <div key={one.id}>
            <dt>
              {sentence(text(one.title))} <code className="quiet">{one.id}</code>
            </dt>
            <dd>
              <p>{text(one.reading)}</p>
              <p className="quiet">
                {text(one.source)}
                {' · '}
                {years.length === 0
                  ? t('data.none')
                  : `${at.join(', ')}, ${t('data.years', { years: span })}`}
                {' · '}
                {one.disclosureThreshold > 0
                  ? t('data.threshold', {
                      count: one.disclosureThreshold,
                      number: count(one.disclosureThreshold),
                    })
                  : t('data.unprotected')}
              </p>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
