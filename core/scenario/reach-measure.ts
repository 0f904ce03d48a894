import type { Points } from '../access/distances.ts';
import { placesNear } from '../access/near.ts';
import type { ReachModel } from '../access/reach.ts';
import type { Edit } from './edit.ts';
import { type Facility, facilityChange, type facilityEdits, type ReachFunction } from './facilities.ts';

/** Metres up to which distances are known at least, so that another norm asks nothing anew. */
const KNOWN_M = 1500;

type Changes = ReturnType<typeof facilityEdits>;
type Geometries = Facility['geometry'][];

/** Metres to the nearest place from each point, exact up to `withinM`. */
export type Measured = {
  before: Float64Array;
  after: Float64Array;
  places: { before: number; after: number };
  /** 1 for points whose distance is a straight line for want of a network. */
  straight: Uint8Array | null;
  /** The same after the edits from other points; asked again, it is not walked again. */
  from(points: Points, model: ReachModel): Float64Array;
};

export type Measure = (changes: Changes, withinM: number) => Measured;

/** Distances to the places with one function, before and after changes of places. */
export function measureOf(
  model: ReachModel,
  facilities: readonly Facility[],
  positions: ReadonlyMap<string, number>,
  wanted: ReachFunction,
): Measure {
  const having = [...facilities.keys()].filter(i => facilities[i]!.functions.includes(wanted));
  const geometries = having.map(i => facilities[i]!.geometry);
  let known: { upToM: number; measure: ReturnType<typeof measureUpTo> } | null = null;

  function measureUpTo(upToM: number) {
    const now = model.toNearest(geometries, undefined, upToM);
    const gainedFrom = new WeakMap<object, Float64Array>();
    let last: { changes: readonly Edit[]; after: Float64Array; there: Geometries } | null = null;
    const elsewhere = new WeakMap<Points, { there: Geometries; metres: Float64Array }>();

    const measure = (changes: Changes): { after: Float64Array; there: Geometries } => {
      const { lost, gained } = facilityChange(facilities, positions, changes, wanted);
      if (lost.length === 0 && gained.length === 0) return { after: now.metres, there: geometries };
      const after = now.metres.slice();
      const gone = new Set(lost);
      const remaining = lost.length === 0 ? geometries : geometries.filter((_, k) => !gone.has(having[k]!));
      if (lost.length > 0) {
        const affected: number[] = [];
        for (let k = 0; k < after.length; k++) if (gone.has(having[now.place[k]!] ?? -1)) affected.push(k);
        const points = Int32Array.from(affected);
        const { metres } = model.toNearest(remaining, points, upToM);
        for (let k = 0; k < points.length; k++) after[points[k]!] = metres[k]!;
      }
      for (const geometry of gained) {
        const metres = gainedFrom.get(geometry) ?? model.toNearest([geometry], undefined, upToM).metres;
        gainedFrom.set(geometry, metres);
        for (let k = 0; k < after.length; k++) if (metres[k]! < after[k]!) after[k] = metres[k]!;
      }
      return { after, there: [...remaining, ...gained] };
    };

    return (changes: Changes): Measured => {
      const same =
        last?.changes.length === changes.length && changes.every((one, i) => one === last!.changes[i]);
      if (last === null || !same) last = { changes, ...measure(changes) };
      const { after, there } = last;
      return {
        before: now.metres,
        after,
        places: { before: having.length, after: there.length },
        straight: now.straight ?? null,
        from: (points, other) => {
          const before = elsewhere.get(points);
          if (before?.there === there) return before.metres;
          const near = placesNear(there, points, upToM).map(place => there[place]!);
          const { metres } = other.toNearest(near, undefined, upToM);
          elsewhere.set(points, { there, metres });
          return metres;
        },
      };
    };
  }

  return (changes, withinM) => {
    if (known === null || withinM > known.upToM) {
      const upToM = Math.max(withinM, KNOWN_M);
      known = { upToM, measure: measureUpTo(upToM) };
    }
    return known.measure(changes);
  };
}
