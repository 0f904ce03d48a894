import { useMemo } from 'react';
import { countDiffering, type Differing, differingOf } from '../../core/scenario/differing.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { useWords } from '../i18n/words.ts';
import { DifferingList } from '../scenario/DifferingList.tsx';
import { useVersus } from './outcomes.tsx';

/** What is now, as the scenario beside it without an edit: only its edits then differ. */
const asNow = (scenario: ScenarioDocument): ScenarioDocument => ({ ...scenario, edits: [] });

/** What would make the left one into the right one; null while neither is a scenario. */
function useDiffering(): Differing | null {
  const { sides } = useVersus();
  const left = sides.left.scenario;
  const right = sides.right.scenario;
  return useMemo(() => {
    if (left !== null) return differingOf(left, right ?? asNow(left));
    return right === null ? null : differingOf(asNow(right), right);
  }, [left, right]);
}

/** What would make the left one into the right one, edit by edit. */
export function DifferingEdits() {
  const { t } = useWords();
  const { sides } = useVersus();
  const differing = useDiffering();
  if (differing === null) return null;
  const names = { left: sides.left.title, right: sides.right.title };
  return (
    <div className="versus-edits" data-testid="differing">
      {countDiffering(differing) === 0 ? (
        <p className="note">{t('versus.edits.none', names)}</p>
      ) : (
        <p className="quiet">{t('versus.edits.intro', names)}</p>
      )}
      <DifferingList
        differing={differing}
        label={t('versus.kinds.edits')}
        names={names}
        most={Number.POSITIVE_INFINITY}
        heading="h2"
      />
    </div>
  );
}
