import { AREA_LEVELS, type AreaLevel, type AreaRef } from '../../core/areas/types.ts';
import { scopeScenario } from '../scenario/steps.ts';
import { setView, useView } from '../state/view.ts';

/** Going somewhere else: what belonged to the old place is let go together, as one step of the back button. */

export function chooseRegion(region: string): void {
  const { scenario, place } = useView.getState();
  setView({
    region,
    scope: null,
    level: null,
    of: null,
    year: null,
    pinned: null,
    selection: null,
    camera: null,
    facilities: [],
    // An open scenario belongs to its own region.
    scenario: place === 'scenario' ? null : scenario,
  });
}

export function chooseScope(scope: AreaRef | null): void {
  const { place, scenario, level } = useView.getState();
  if (place === 'scenario' && scenario !== null) scopeScenario(scenario, scope);
  // Within one municipality the level "municipality" shows one area: go down to where there is something to see.
  const tooCoarse =
    scope !== null && level !== null && AREA_LEVELS.indexOf(level) <= AREA_LEVELS.indexOf(scope.level);
  setView({ scope, camera: null, ...(tooCoarse ? { level: null } : {}) });
}

export const chooseLevel = (level: AreaLevel) => setView({ level, selection: null, pinned: null });

/** Shows the figures of an area. */
export const pin = (area: AreaRef | null) => setView({ pinned: area });
