import type { ScenarioBaseline } from '../../core/scenario/document.ts';
import { OBJECTIVE_INDICATORS } from '../../core/scenario/objective.ts';
import type { DatasetSource } from '../data/types.ts';
import { useWords } from '../i18n/words.ts';
import { useYearBeside } from '../scenario/beside.ts';
import { useScene } from '../state/scene.tsx';

const written = ({ title, publisher, licence }: DatasetSource): string =>
  [title, publisher, licence].filter(part => part !== null && part !== '').join(', ');

/** The data sets behind the figures, each once, with who publishes them, on what terms and what is to be known of them. */
export function SourceSheet({ baseline }: { baseline: ScenarioBaseline }) {
  const { t } = useWords();
  const { region, release } = useScene();
  const poverty = useYearBeside(baseline, 'child_poverty');
  const children = useYearBeside(baseline, 'children');
  const objectives: readonly string[] = Object.values(OBJECTIVE_INDICATORS);
  const years = new Map([
    [baseline.indicator as string, baseline.year as number | null],
    ['child_poverty', poverty],
    ['children', children],
  ]);
  const sources = [
    ...region.levels.filter(one => one.level === baseline.level).map(one => one.source),
    ...region.values
      .filter(
        ({ indicator, level, year }) =>
          objectives.includes(indicator) || (level === baseline.level && years.get(indicator) === year),
      )
      .map(one => one.source),
    ...region.facilities.map(one => one.source),
  ];
  const lines = new Map(sources.map(source => [written(source), source.note]));
  return (
    <section>
      <h2>{t('print.sources')}</h2>
      <ul className="print-lines" data-testid="print-sources">
        {[...lines].map(([line, note]) => (
          <li key={line}>
            {line}
            {note !== null && note !== '' && <span className="print-detail">{note}</span>}
          </li>
        ))}
      </ul>
      <p className="print-again">{t('print.again', { release: release.hash })}</p>
    </section>
  );
}
