import { Button } from 'react-aria-components';
import { useWords } from '../i18n/words.ts';
import { SelectionPanel } from '../panels/SelectionPanel.tsx';
import { SchoolsPanel } from '../schools/SchoolsPanel.tsx';
import { SitingPanel } from '../siting/SitingPanel.tsx';
import { SpreadPanel } from '../spreading/SpreadPanel.tsx';
import { useFrozenOnScreen } from '../state/frozen.ts';
import { useView } from '../state/view.ts';
import { useWorkspace } from '../state/workspace.ts';
import { EditList } from './EditList.tsx';
import { FileResults } from './FileResults.tsx';
import { FrozenPanel } from './FrozenPanel.tsx';
import { KeptNote } from './KeptNote.tsx';
import { MissingScenario } from './MissingScenario.tsx';
import { useNewScenario } from './newScenario.ts';
import { ScenarioDialogs } from './ScenarioDialogs.tsx';
import { ScenarioList } from './ScenarioList.tsx';
import { ScenarioTitle } from './ScenarioTitle.tsx';
import { ServerState } from './ServerState.tsx';
import { SharedLink } from './SharedLink.tsx';
import { useShared } from './shared.ts';
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
  const frozen = useFrozenOnScreen();
  const link = useShared(state => state.opening.state !== 'none');
  const missing = scenario === null && frozen === null && !link && kept !== 'reading' ? open : null;
  const empty = scenarios.length === 0 && missing === null && frozen === null && !link;
  const opening = useOpening();
  return (
    <section className="panel" aria-label={t('scenario.panel')}>
      <ScenarioList opening={opening} />
      {opening.parts}
      <SharedLink />
      {frozen !== null && <FrozenPanel frozen={frozen} />}
      {missing !== null && <MissingScenario id={missing} opening={opening} />}
      {empty && <EmptyScenario />}
      {scenario !== null && (
        <>
          <ScenarioTitle key={scenario.id} scenario={scenario} />
          <FileResults scenario={scenario} />
          <SelectionPanel />
          <SpreadPanel scenario={scenario} />
          <SitingPanel scenario={scenario} />
          <SchoolsPanel scenario={scenario} />
          <EditList scenario={scenario} />
          <ServerState key={`server ${scenario.id}`} scenario={scenario} />
          <ScenarioDialogs key={`dialogs ${scenario.id}`} scenario={scenario} />
        </>
      )}
      {scenarios.length > 0 && <KeptNote />}
    </section>
  );
}
