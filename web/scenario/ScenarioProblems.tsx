import { Button } from 'react-aria-components';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { areasNamed } from '../../core/scenario/edits.ts';
import type { ScenarioProblem } from '../../core/scenario/problems.ts';
import { useWords } from '../i18n/words.ts';
import { boxOf } from '../layers/facilities.ts';
import { lookAt } from '../map/shared.ts';
import { useShowAreas } from './editAreas.ts';
import { editsOf, useProblemText } from './problemWords.ts';

const boxAt = (coordinates: [number, number]) =>
  boxOf({ type: 'Feature', geometry: { type: 'Point', coordinates }, properties: null });

type Props = { scenario: ScenarioDocument; problems: readonly ScenarioProblem[] };

/** What a planner should look at, each with the way to it. What lies outside the scope has a note of its own. */
export function ScenarioProblems({ scenario, problems }: Props) {
  const { t } = useWords();
  const words = useProblemText();
  const show = useShowAreas();
  const listed = problems.filter(problem => problem.kind !== 'outside-scope');
  if (listed.length === 0) return null;
  return (
    <section className="scenario-problems note" data-testid="problems">
      <h3 role="status">{t('edit.problems.title', { count: listed.length })}</h3>
      <ul>
        {listed.map(problem => {
          const edits = editsOf(problem, scenario.edits);
          const areas = problem.areas.length > 0 ? problem.areas : edits.flatMap(areasNamed);
          // Of a place that is gone the edit knows where it was.
          const gone =
            areas.length > 0 ? undefined : edits.find(edit => 'at' in edit && edit.at !== undefined);
          const box = gone !== undefined && 'at' in gone && gone.at !== undefined ? boxAt(gone.at) : null;
          const text = words(problem, edits);
          return (
            <li key={`${problem.kind} ${problem.edits.join()} ${problem.areas.join()}`}>
              {text}{' '}
              {(areas.length > 0 || box !== null) && (
                <Button className="link-button" onPress={() => (box === null ? show(areas) : lookAt(box))}>
                  {t('edit.problems.show')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
