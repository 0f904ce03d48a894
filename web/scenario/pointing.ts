import { create } from 'zustand';
import type { Spot } from './coordinates.ts';
import { isWorkedOn } from './workedOn.ts';

/** Someone is pointing at a place on the map: the next click or Enter gives it, and chooses no area. */
type Pointing = { take: ((spot: Spot) => void) | null };
export const usePointing = create<Pointing>()(() => ({ take: null }));

/** Asks for a place for a scenario; nothing is asked for one that is on screen to be read only. */
export function pointFor(scenario: string, take: (spot: Spot) => void): void {
  if (isWorkedOn(scenario)) usePointing.setState({ take });
}
export const stopPointing = () => usePointing.setState({ take: null });

/** Gives the place to whoever asked for it; false when nobody did. */
export function pointedAt(spot: Spot): boolean {
  const { take } = usePointing.getState();
  stopPointing();
  take?.(spot);
  return take !== null;
}
