import { type ReactNode, useMemo } from 'react';
import { countDiffering, differingOf } from '../../core/scenario/differing.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { Edit } from '../../core/scenario/edit.ts';
import { useWords } from '../i18n/words.ts';
import { useEditWords } from '../scenario/editWords.ts';
import { useDifferenceWords } from './differenceWords.ts';
import { useVersus } from './outcomes.tsx';

/** What is now, as the scenario beside it without an edit: only its edits then differ. */
const asNow = (scenario: ScenarioDocument): ScenarioDocument => ({ ...scenario, edits: [] });

type Sort = 'added' | 'removed' | 'changed' | 'reordered' | 'parameters' | 'baseline' | 'texts';

function Part({ sort, items }: { sort: Sort; items: readonly ReactNode[] }) {
  const { t, count } = useWords();
  const { sides } = useVersus();
  if (items.length === 0) return null;
  const names = { left: sides.left.title, right: sides.right.title };
  return (
    <section className="versus-edits-part" data-testid={`differing-${sort}`}>
      <h2>{t(`versus.edits.${sort}`, { ...names, number: count(items.length) })}</h2>
      <ul>{items}</ul>
    </section>
  );
}

/** What would make the left one into the right one, edit by edit. */
export function DifferingEdits() {
  const { t } = useWords();
  const { sides } = useVersus();
  const { called } = useEditWords();
  const differs = useDifferenceWords();
  const left = sides.left.scenario;
  const right = sides.right.scenario;
  const differing = useMemo(() => {
    if (left !== null) return differingOf(left, right ?? asNow(left));
    return right === null ? null : differingOf(asNow(right), right);
  }, [left, right]);
  if (differing === null) return null;
  const names = { left: sides.left.title, right: sides.right.title };
  const edit = (one: Edit) => (
    <li key={one.id}>
      {called(one)}
      {!one.enabled && <span className="quiet"> ({t('versus.edits.off')})</span>}
    </li>
  );
  const value = ({ name, before, after }: { name: string; before: unknown; after: unknown }) => (
    <li key={name}>{differs(name, { [name]: before }, { [name]: after })}</li>
  );
  return (
    <div className="versus-edits" data-testid="differing">
      {countDiffering(differing) === 0 ? (
        <p className="note">{t('versus.edits.none', names)}</p>
      ) : (
        <p className="quiet">{t('versus.edits.intro', names)}</p>
      )}
      <Part sort="added" items={differing.added.map(edit)} />
      <Part sort="removed" items={differing.removed.map(edit)} />
      <Part
        sort="changed"
        items={differing.changed.map(({ before, after, members }) => (
          <li key={after.id}>
            {called(after)}
            <ul>
              {members.map(name => (
                <li key={name} className="quiet">
                  {differs(name, before, after)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      />
      <Part sort="reordered" items={differing.reordered.map(edit)} />
      <Part sort="parameters" items={differing.parameters.map(value)} />
      <Part sort="baseline" items={differing.baseline.map(value)} />
      <Part sort="texts" items={differing.texts.map(value)} />
    </div>
  );
}
