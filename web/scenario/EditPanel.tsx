import { Button } from 'react-aria-components';
import { useWords } from '../i18n/words.ts';
import { SelectionPanel } from '../panels/SelectionPanel.tsx';
import { SpreadPanel } from '../spreading/SpreadPanel.tsx';
import { useView } from '../state/view.ts';
import { useWorkspace } from '../state/workspace.ts';
import { EditList } from './EditList.tsx';
import { FileResults } from './FileResults.tsx';
import { MissingScenario } from './MissingScenario.tsx';
import { useNewScenario } from './newScenario.ts';
import { ScenarioList } from './ScenarioList.tsx';
import { ScenarioTitle } from './ScenarioTitle.tsx';
import { ServerState } from './ServerState.tsx';
import { useOpening } from './useOpening.tsx';

function EmptyScenario() {
  const { t } = useWords();
  const create = useNewScenario();
  return (
    <div className="empty-panel">
      <h3>{t('scenario.emptyTitle')}</h3>
      <p>{t('scenario.emptyText')}</p>
      <Button className="button primary" isDisabled={create === null} onPress={() => create?.()}>
        {t('scenario.new')}
      </Button>
    </div>
  );
}

/** The left column of a scenario: which one, and what it changes. */
export function EditPanel() {
  const { t } = useWords();
  const open = useView(view => view.scenario);
  const scenarios = useWorkspace(state => state.workspace.scenarios);
  const kept = useWorkspace(state => state.kept);
  const scenario = scenarios.find(one => one.id === open) ?? null;
  const missing = scenario === null && kept !== 'reading' ? open : null;
  const opening = useOpening();
  return (
    <section className="panel" aria-label={t('scenario.panel')}>
      <ScenarioList opening={opening} />
      {opening.parts}
      {missing !== null && <MissingScenario id={missing} opening={opening} />}
      {scenarios.length === 0 && missing === null && <EmptyScenario />}
      {scenario !== null && (
        <>
          <ScenarioTitle key={scenario.id} scenario={scenario} />
          <FileResults scenario={scenario} />
          <SelectionPanel />
          <SpreadPanel scenario={scenario} />
          <EditList scenario={scenario} />
          <ServerState scenario={scenario} />
        </>
      )}
      {scenarios.length > 0 && kept !== 'reading' && (
        <p className={kept === 'failed' ? 'note alarm' : 'quiet'} data-testid="kept">
          {kept === 'kept' && t('scenario.autosaved')}
          {kept === 'saving' && t('scenario.saving')}
          {kept === 'failed' && t('scenario.saveFailed')}
        </p>
      )}
    </section>
  );
}
