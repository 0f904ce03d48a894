import { Button } from 'react-aria-components';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { useWords } from '../i18n/words.ts';
import { keepAgain } from '../state/keeping.ts';
import { useWorkspace } from '../state/workspace.ts';
import { downloadScenario } from './file.ts';

/** Whether what was done is kept in this browser; where it is not, what that means and the ways out. */
export function KeptNote({ scenario }: { scenario: ScenarioDocument | null }) {
  const { t } = useWords();
  const kept = useWorkspace(state => state.kept);
  const fault = useWorkspace(state => state.fault) ?? 'forbidden';
  if (kept === 'reading') return null;
  if (kept !== 'failed') {
    return (
      <p className="quiet" data-testid="kept">
        {t(kept === 'kept' ? 'scenario.autosaved' : 'scenario.saving')}
      </p>
    );
  }
  return (
    <div className="note alarm" role="alert" data-testid="kept">
      <p>
        <strong>{t(`sharing.notKept.${fault}`)}</strong> {t('sharing.notKeptText')}
      </p>
      <div className="actions">
        {scenario !== null && (
          <Button className="button" onPress={() => downloadScenario(scenario)}>
            {t('scenario.download')}
          </Button>
        )}
        <Button className="button" onPress={keepAgain}>
          {t('sharing.keepAgain')}
        </Button>
      </div>
    </div>
  );
}
