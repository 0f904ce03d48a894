import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { Edit } from '../../core/scenario/edit.ts';
import { useNearView } from '../controls/nearView.ts';
import { useWords } from '../i18n/words.ts';
import { EditRow } from './EditRow.tsx';
import { useEditWords } from './editWords.ts';

/** So few edits that every row is whole from the start; of longer lists the first ones are, and the others when they come near. */
const SHORT_LIST = 12;
const FIRST_ROWS = 3;

type Props = { scenario: ScenarioDocument; edit: Edit; place: number };

/** A row takes long to make, and a plan has hundreds: one that is far off says what it is, and no more. */
function ListedEdit({ scenario, edit, place }: Props) {
  const { called } = useEditWords();
  const [near, row] = useNearView<HTMLLIElement>(scenario.edits.length <= SHORT_LIST || place < FIRST_ROWS);
  if (near) return <EditRow scenario={scenario} edit={edit} place={place} />;
  return (
    <li ref={row} className="edit" data-kind={edit.kind} data-enabled={edit.enabled}>
      <p className="edit-far">{called(edit)}</p>
    </li>
  );
}

/** Every change of a scenario, in order, each to be switched off, altered, put elsewhere or taken out. */
export function EditList({ scenario }: { scenario: ScenarioDocument }) {
  const { t } = useWords();
  if (scenario.edits.length === 0) {
    return (
      <div className="empty-panel">
        <h3>{t('scenario.noEditsTitle')}</h3>
        <p>{t('scenario.noEditsText')}</p>
      </div>
    );
  }
  return (
    <div className="edits">
      <h3>{t('scenario.edits')}</h3>
      <ol aria-label={t('scenario.edits')}>
        {scenario.edits.map((edit, place) => (
          <ListedEdit key={edit.id} scenario={scenario} edit={edit} place={place} />
        ))}
      </ol>
    </div>
  );
}
