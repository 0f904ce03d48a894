import type { Spot } from '../map/pointer.ts';

/** Where the arrow keys have brought the pointer of the map. */
export function Cross({ at }: { at: Spot | null }) {
  if (at === null) return null;
  return <div className="drawing-cross" aria-hidden="true" style={{ left: `${at.x}px`, top: `${at.y}px` }} />;
}
