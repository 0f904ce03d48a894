import type { Edit } from '../../core/scenario/edit.ts';
import type { ScenarioProblem } from '../../core/scenario/problems.ts';
import { useWords } from '../i18n/words.ts';
import { useAreasText } from './editAreas.ts';
import { useEditWords } from './editWords.ts';

/** What is wrong, in a sentence; `edits` are those of the problem, in its order. */
export function useProblemText(): (problem: ScenarioProblem, edits: readonly Edit[]) => string {
  const { t, count } = useWords();
  const { called } = useEditWords();
  const areasText = useAreasText();
  return (problem, edits) =>
    t(`edit.problems.${problem.kind}`, {
      // The last ones of a list of edits may be the lock, zone or limit that the first ones break.
      edits: (problem.kind === 'overlap' ? edits : edits.slice(0, 1)).map(called).join(', '),
      areas: areasText(problem.areas),
      dwellings: count(problem.dwellings ?? 0),
      capacity: count(problem.capacity ?? 0),
      facility: problem.facility ?? '',
    });
}

/** The edits that a problem is about. */
export const editsOf = ({ edits: ids }: ScenarioProblem, edits: readonly Edit[]): Edit[] =>
  ids.flatMap(id => edits.find(edit => edit.id === id) ?? []);
