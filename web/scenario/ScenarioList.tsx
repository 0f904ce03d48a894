import { Button } from 'react-aria-components';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import { useView } from '../state/view.ts';
import { useWorkspace } from '../state/workspace.ts';
import { compareWithNow } from '../versus/sides.ts';
import { useNewScenario } from './newScenario.ts';
import { openScenario } from './opening.ts';
import { RecentlyDeleted } from './RecentlyDeleted.tsx';
import { ScenarioMenu } from './ScenarioMenu.tsx';
import { UndoRedo } from './UndoRedo.tsx';
import type { Opening } from './useOpening.tsx';

/** Every scenario of this browser, the open one pressed, and what was deleted lately. */
export function ScenarioList({ opening }: { opening: Opening }) {
  const { t, count, date } = useWords();
  const scenarios = useWorkspace(state => state.workspace.scenarios);
  const open = useView(view => view.scenario);
  const { region } = useScene();
  const create = useNewScenario();
  return (
    <div className="scenario-list">
      <header className="panel-head">
        <h2>{t('scenario.list')}</h2>
        <UndoRedo />
        <ScenarioMenu opening={opening} />
      </header>
      <ul>
        {scenarios.map(one => (
          <li key={one.id}>
            <Button
              className="scenario-item"
              aria-pressed={one.id === open}
              onPress={() => openScenario(one)}
            >
              <span>{one.title}</span>
              <span className="quiet">
                {one.baseline.region === region.id ? count(one.edits.length) : one.baseline.region}
              </span>
              {one.origin !== undefined && (
                <small className="scenario-origin">
                  {t('sharing.branchOf', { title: one.origin.title, date: date(one.origin.updatedAt) })}
                </small>
              )}
            </Button>
          </li>
        ))}
      </ul>
      <Button className="button" isDisabled={create === null} onPress={() => create?.()}>
        {t('scenario.new')}
      </Button>
      {create === null && <p className="note">{t('scenario.noCounts', { region: region.title })}</p>}
      {scenarios.some(one => one.id === open) && (
        <Button className="button" onPress={() => open !== null && compareWithNow(open)}>
          {t('versus.open')}
        </Button>
      )}
      <RecentlyDeleted />
    </div>
  );
}
