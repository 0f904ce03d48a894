import { Button } from 'react-aria-components';
import { IconButton } from '../controls/IconButton.tsx';
import { useWords } from '../i18n/words.ts';
import { SelectionPanel } from '../panels/SelectionPanel.tsx';
import { useScene } from '../state/scene.tsx';
import { setView, useView } from '../state/view.ts';
import { redoStep, type StepName, undoStep, useWorkspace } from '../state/workspace.ts';
import { EditList } from './EditList.tsx';
import { useNewScenario } from './newScenario.ts';
import { ScenarioMenu } from './ScenarioMenu.tsx';
import { ScenarioTitle } from './ScenarioTitle.tsx';
import { ServerState } from './ServerState.tsx';

function UndoRedo() {
  const { t } = useWords();
  const back = useWorkspace(state => state.history.past.at(-1)?.label as StepName | undefined);
  const forth = useWorkspace(state => state.history.future.at(-1)?.label as StepName | undefined);
  return (
    <div className="undo-redo">
      <IconButton
        icon="undo"
        keys="Z"
        label={
          back === undefined
            ? t('scenario.undo')
            : t('scenario.toggleUndo', { what: t(`scenario.history.${back}`) })
        }
        isDisabled={back === undefined}
        onPress={undoStep}
      />
      <IconButton
        icon="redo"
        keys="Y"
        label={
          forth === undefined
            ? t('scenario.redo')
            : t('scenario.toggleRedo', { what: t(`scenario.history.${forth}`) })
        }
        isDisabled={forth === undefined}
        onPress={redoStep}
      />
    </div>
  );
}

function ScenarioList() {
  const { t, count } = useWords();
  const scenarios = useWorkspace(state => state.workspace.scenarios);
  const open = useView(view => view.scenario);
  const { region } = useScene();
  const create = useNewScenario();
  return (
    <div className="scenario-list">
      <header className="panel-head">
        <h2>{t('scenario.list')}</h2>
        <UndoRedo />
        <ScenarioMenu />
      </header>
      <ul>
        {scenarios.map(one => (
          <li key={one.id}>
            <Button
              className="scenario-item"
              aria-pressed={one.id === open}
              onPress={() => setView({ scenario: one.id, selection: null, pinned: null, camera: null })}
            >
              <span>{one.title}</span>
              <span className="quiet">
                {one.baseline.region === region.id ? count(one.edits.length) : one.baseline.region}
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <Button className="button" isDisabled={create === null} onPress={() => create?.()}>
        {t('scenario.new')}
      </Button>
    </div>
  );
}

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
  return (
    <section className="panel" aria-label={t('scenario.panel')}>
      <ScenarioList />
      {scenarios.length === 0 && <EmptyScenario />}
      {scenario !== null && (
        <>
          <ScenarioTitle key={scenario.id} scenario={scenario} />
          <SelectionPanel />
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
