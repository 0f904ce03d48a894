import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { History } from '../../core/scenario/history.ts';
import type { Workspace } from '../state/records.ts';
import type { StepName } from '../state/workspace.ts';

/** The step that last changed a scenario's edits or assumptions, and the scenario as it was before. */
export type LastChange = { name: StepName; before: ScenarioDocument };

/**
 * The last change that can be taken back and that figures could answer to; null where there is none: nothing was done
 * since the page opened, the scenario was just made, or the last thing done was to look at other areas.
 */
export function lastChangeOf(history: History<Workspace>, scenario: ScenarioDocument): LastChange | null {
  for (const { state, label } of history.past.toReversed()) {
    const before = state.scenarios.find(one => one.id === scenario.id);
    if (before === undefined) return null;
    const { edits, parameters, baseline } = before;
    if (baseline !== scenario.baseline && JSON.stringify(baseline) !== JSON.stringify(scenario.baseline))
      return null;
    if (edits !== scenario.edits || parameters !== scenario.parameters)
      return { name: label as StepName, before };
  }
  return null;
}
