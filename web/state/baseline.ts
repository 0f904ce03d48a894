import type { ScenarioBaseline } from '../../core/scenario/document.ts';
import { useView } from './view.ts';
import { useWorkspace } from './workspace.ts';

/** What the open scenario is measured against, or null outside the Scenario place. */
export function useBaseline(): ScenarioBaseline | null {
  const open = useView(view => (view.place === 'scenario' ? view.scenario : null));
  return useWorkspace(state =>
    open === null ? null : (state.workspace.scenarios.find(one => one.id === open)?.baseline ?? null),
  );
}
