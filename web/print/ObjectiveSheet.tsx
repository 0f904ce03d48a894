import { codePositions } from '../../core/areas/hierarchy.ts';
import type { ObjectiveProgress, TargetProgress } from '../../core/scenario/objective.ts';
import { useWords } from '../i18n/words.ts';
import { useObjectiveParts } from '../scenario/objectiveWords.ts';
import { useScene } from '../state/scene.tsx';

function TargetLine({ name, target }: { name: string; target: TargetProgress }) {
  const { t, count, difference } = useWords();
  const { kinds, apart } = useObjectiveParts();
  const { year, dwellings, realised, pipeline, scenario, remainingBefore, remaining } = target;
  const known = (number: number | null) => (number === null ? t('figures.objective.unknown') : count(number));
  const inScenario = apart(target).join('; ');
  const small = [
    kinds(target),
    inScenario === '' ? null : `${t('figures.objective.scenario')}: ${inScenario}`,
  ].filter(one => one !== null);
  return (
    <tr>
      <th scope="row">
        {name}
        {small.map(words => (
          <small key={words}>{words}</small>
        ))}
      </th>
      <td className="number-cell">{year}</td>
      <td className="number-cell">{count(dwellings)}</td>
      <td className="number-cell">{known(realised)}</td>
      <td className="number-cell">{known(pipeline)}</td>
      <td className="number-cell">{difference(scenario, 'count')}</td>
      <td className="number-cell">{count(Math.max(0, remainingBefore))}</td>
      <td className="number-cell">{count(Math.max(0, remaining))}</td>
    </tr>
  );
}

/** The objective of each municipality, a line for each target; those without one are named below. */
export function ObjectiveSheet({ objectives }: { objectives: readonly ObjectiveProgress[] }) {
  const { t } = useWords();
  const table = useScene().columns.get('municipality');
  if (objectives.length === 0 || table === undefined) return null;
  const nameOf = (code: string) => table.names[codePositions(table).get(code) ?? -1] ?? code;
  const none = objectives.filter(({ targets }) => targets.length === 0).map(one => nameOf(one.municipality));
  return (
    <section data-testid="print-objective">
      <h2>{t('figures.objective.title')}</h2>
      {none.length < objectives.length && (
        <table className="print-table">
          <thead>
            <tr>
              <th scope="col">{t('print.objective.municipality')}</th>
              {(['by', 'asked', 'realised', 'pipeline', 'scenario', 'before', 'after'] as const).map(
                column => (
                  <th key={column} scope="col" className="number-cell">
                    {t(`print.objective.${column}`)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {objectives.flatMap(({ municipality, targets }) =>
              targets.map(target => (
                <TargetLine
                  key={`${municipality} ${target.year}`}
                  name={nameOf(municipality)}
                  target={target}
                />
              )),
            )}
          </tbody>
        </table>
      )}
      {none.length > 0 && <p>{t('print.objective.none', { names: none.join(', ') })}</p>}
    </section>
  );
}
