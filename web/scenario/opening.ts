import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { setView, useView, type View } from '../state/view.ts';

export const sameScope = (one: View['scope'], other: View['scope']) =>
  one === other || (one?.level === other?.level && one?.code === other?.code);

/**
 * Brings a scenario on screen. Region and scope in the address are those of the scenario; where that is somewhere
 * else, the map goes there and what was chosen in the old place is let go, as one step of the back button.
 */
export function openScenario({ id, baseline }: ScenarioDocument): void {
  const { region, scope, scenario } = useView.getState();
  const elsewhere = region !== baseline.region || !sameScope(scope, baseline.scope);
  setView({
    place: 'scenario',
    scenario: id,
    region: baseline.region,
    scope: baseline.scope,
    ...(elsewhere ? { camera: null } : {}),
    ...(elsewhere || scenario !== id ? { selection: null, pinned: null } : {}),
  });
}
