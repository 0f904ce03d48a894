import { Button } from 'react-aria-components';
import { useWords } from '../i18n/words.ts';
import { useWorkspace } from '../state/workspace.ts';
import { restoreScenario } from './steps.ts';
import type { Opening } from './useOpening.tsx';

/** The address names a scenario that this browser does not keep, as a link from someone else does. */
export function MissingScenario({ id, opening }: { id: string; opening: Opening }) {
  const { t } = useWords();
  const deleted = useWorkspace(state => state.workspace.deleted.find(one => one.document.id === id));
  return (
    <div className="empty-panel" role="status" data-testid="missing-scenario">
      <h3>{t('scenario.missingTitle')}</h3>
      {deleted === undefined ? (
        <p>{t('scenario.missingText')}</p>
      ) : (
        <>
          <p>{t('scenario.missingDeleted', { title: deleted.document.title })}</p>
          <Button className="button primary" onPress={() => restoreScenario(deleted)}>
            {t('scenario.putBack', { title: deleted.document.title })}
          </Button>
        </>
      )}
      <div className="actions">
        <Button className="button" onPress={opening.openFile}>
          {t('scenario.upload')}
        </Button>
        <Button className="button" onPress={opening.openServer}>
          {t('scenario.openServer')}
        </Button>
      </div>
    </div>
  );
}
