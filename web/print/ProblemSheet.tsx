import type { Edit } from '../../core/scenario/edit.ts';
import type { ScenarioProblem } from '../../core/scenario/problems.ts';
import { useWords } from '../i18n/words.ts';
import { editsOf, useProblemText } from '../scenario/problemWords.ts';

type Props = { edits: readonly Edit[]; problems: readonly ScenarioProblem[]; of?: string };

/** What a reader should look at; that there is nothing is told too, for paper cannot be asked. */
export function ProblemSheet({ edits, problems, of }: Props) {
  const { t } = useWords();
  const words = useProblemText();
  return (
    <section data-testid="print-problems">
      <h2>{of === undefined ? t('print.problems') : t('print.problemsOf', { title: of })}</h2>
      {problems.length === 0 ? (
        <p>{t('print.noProblems')}</p>
      ) : (
        <ul className="print-lines">
          {problems.map(problem => (
            <li key={`${problem.kind} ${problem.edits.join()} ${problem.areas.join()}`}>
              {words(problem, editsOf(problem, edits))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
