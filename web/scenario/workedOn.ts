import { scenarioInView, useView } from '../state/view.ts';
import { useWorkspace } from '../state/workspace.ts';

/**
 * Whether the scenario is open to be changed: it is one of this browser, and it is the one on screen. What a frozen link
 * shows is not, nor are two that are compared.
 */
export function isWorkedOn(scenario: string): boolean {
  const view = useView.getState();
  if (view.versus !== null || scenarioInView(view) !== scenario) return false;
  return useWorkspace.getState().workspace.scenarios.some(one => one.id === scenario);
}
