import type { ScenarioBaseline, ScenarioDocument } from '../../core/scenario/document.ts';
import { useFrozenOnScreen } from './frozen.ts';
import { useView } from './view.ts';
import { useWorkspace } from './workspace.ts';

/** The scenario that is open, or null outside the Scenario place. */
export function useOpenScenario(): ScenarioDocument | null {
  const open = useView(view => (view.place === 'scenario' ? view.scenario : null));
  const frozen = useFrozenOnScreen();
  const own = useWorkspace(state =>
    open === null ? null : (state.workspace.scenarios.find(one => one.id === open) ?? null),
  );
  return own ?? frozen?.document ?? null;
}

/** What the open scenario is measured against, or null outside the Scenario place. */
export const useBaseline = (): ScenarioBaseline | null => useOpenScenario()?.baseline ?? null;
