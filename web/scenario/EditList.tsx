import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { useWords } from '../i18n/words.ts';
import { EditRow } from './EditRow.tsx';

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
          <EditRow key={edit.id} scenario={scenario} edit={edit} place={place} />
        ))}
      </ol>
    </div>
  );
}
