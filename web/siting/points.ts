import { create } from 'zustand';
import type { Spot } from '../scenario/coordinates.ts';
import { pointFor, stopPointing } from '../scenario/pointing.ts';
import { remember, remembered } from '../state/remembered.ts';

type Lists = { scenario: string; points: readonly Spot[]; before: readonly (readonly Spot[])[] };

/** Possible sites that a planner gave for a scenario, kept in this browser, and what they were before. */
const useLists = create<Lists>()(() => ({ scenario: '', points: [], before: [] }));

const nameOf = (scenario: string) => `siting.${scenario}`;

function kept(scenario: string): Spot[] {
  try {
    const list: unknown = JSON.parse(remembered(nameOf(scenario)) ?? '[]');
    return Array.isArray(list) ? list.filter(isSpot) : [];
  } catch {
    return [];
  }
}

const isSpot = (one: unknown): one is Spot => {
  const { lat, lon } = (one ?? {}) as Partial<Spot>;
  return typeof lat === 'number' && typeof lon === 'number' && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
};

/** Takes up the list of a scenario; call it when one is shown. */
export function openPoints(scenario: string): void {
  if (useLists.getState().scenario === scenario) return;
  useLists.setState({ scenario, points: kept(scenario), before: [] });
}

export const usePoints = () => useLists(state => state.points);
export const pointsOf = (scenario: string): readonly Spot[] => {
  openPoints(scenario);
  return useLists.getState().points;
};
export const useCanUndoPoints = () => useLists(state => state.before.length > 0);

function write(points: readonly Spot[], before: Lists['before']): void {
  const { scenario } = useLists.getState();
  useLists.setState({ points, before });
  remember(nameOf(scenario), JSON.stringify(points));
}

export function setPoints(points: readonly Spot[]): void {
  const now = useLists.getState();
  write(points, [...now.before, now.points]);
}

export function undoPoints(): void {
  const { before } = useLists.getState();
  const last = before.at(-1);
  if (last !== undefined) write(last, before.slice(0, -1));
}

/** Every click or Enter on the map gives a possible site, until it is stopped. */
export function pointAtSites(scenario: string): void {
  pointFor(scenario, spot => {
    setPoints([...useLists.getState().points, { lat: rounded(spot.lat), lon: rounded(spot.lon) }]);
    pointAtSites(scenario);
  });
}
export { stopPointing };

/** A decimetre. */
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
