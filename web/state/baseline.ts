import type { ScenarioBaseline, ScenarioDocument } from '../../core/scenario/document.ts';
import { useFrozenOnScreen } from './frozen.ts';
import { scenarioInView, useView } from './view.ts';
import { useWorkspace } from './workspace.ts';

/** The scenario that is open, of two that are compared the one whose ground both stand on; null outside the Scenario place. */
export function useOpenScenario(): ScenarioDocument | null {
  const open = useView(scenarioInView);
  const frozen = useFrozenOnScreen();
  const own = useWorkspace(state =>
    open === null ? null : (state.workspace.scenarios.find(one => one.id === open) ?? null),
  );
  return own ?? frozen?.document ?? null;
}

/** What the open scenario is measured against, or null outside the Scenario place. */
export const useBaseline = (): ScenarioBaseline | null => useOpenScenario()?.baseline ?? null;
