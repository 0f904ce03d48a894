import { Button } from 'react-aria-components';
import { useWords } from '../i18n/words.ts';
import { useOpenScenario } from '../state/baseline.ts';
import { keepAgain } from '../state/keeping.ts';
import { useWorkspace } from '../state/workspace.ts';
import { downloadScenario } from './file.ts';

/** That what was done is kept in this browser, or is about to be. */
export function KeptNote() {
  const { t } = useWords();
  const kept = useWorkspace(state => state.kept);
  if (kept !== 'kept' && kept !== 'saving') return null;
  return (
    <p className="quiet" data-testid="kept">
      {t(kept === 'kept' ? 'scenario.autosaved' : 'scenario.saving')}
    </p>
  );
}

/** That this browser keeps nothing, why, what that means and the ways out; on every screen, for as long as it lasts. */
export function NotKept() {
  const { t } = useWords();
  const scenario = useOpenScenario();
  const failed = useWorkspace(state => state.kept === 'failed' && state.workspace.scenarios.length > 0);
  const fault = useWorkspace(state => state.fault) ?? 'forbidden';
  if (!failed) return null;
  return (
    <p className="banner" role="alert" data-testid="kept">
      <strong>{t(`sharing.notKept.${fault}`)}</strong> {t('sharing.notKeptText')}
      {scenario !== null && (
        <Button className="link-button" onPress={() => downloadScenario(scenario)}>
          {t('scenario.download')}
        </Button>
      )}
      <Button className="link-button" onPress={keepAgain}>
        {t('sharing.keepAgain')}
      </Button>
    </p>
  );
}
