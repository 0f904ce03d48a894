import { Button } from 'react-aria-components';
import { useWords } from '../i18n/words.ts';
import { useWorkspace } from '../state/workspace.ts';
import { restoreScenario } from './steps.ts';

/** Scenarios that were deleted lately, to be put back; they outlive the undo button, which a reload empties. */
export function RecentlyDeleted() {
  const { t, date } = useWords();
  const deleted = useWorkspace(state => state.workspace.deleted);
  if (deleted.length === 0) return null;
  const latestFirst = [...deleted].sort((a, b) => (a.deletedAt < b.deletedAt ? 1 : -1));
  return (
    <details className="recently-deleted">
      <summary>{t('scenario.recentlyDeleted', { n: deleted.length })}</summary>
      <ul>
        {latestFirst.map(one => (
          <li key={one.document.id}>
            <Button className="link-button" onPress={() => restoreScenario(one)}>
              {t('scenario.putBack', { title: one.document.title })}
            </Button>{' '}
            <span className="quiet">{t('scenario.deletedOn', { date: date(one.deletedAt) })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
