import type { Geometry } from 'geojson';
import type { Points } from '../distances.ts';
import type { Nearest, ReachModel } from '../reach.ts';
import { straightLineReach } from '../straight-line.ts';
import { directFinder } from './direct.ts';
import { eachEnd, isReached, joinPoints, searchTowards } from './joined.ts';
import type { Walker } from './walker.ts';

/**
 * Distances on foot over a network. The ends of a walk beside it are straight lines; what lies nearer to a point than any
 * street is reached in a straight line as well. A point or a place with no street within MAX_OFF_M is reached in a
 * straight line times the detour, and marked so.
 */
export function networkReach(walker: Walker, points: Points, detour: number): ReachModel {
  const joined = joinPoints(walker, points);
  const straight = straightLineReach(points, detour);
  const everyLone: number[] = [];
  joined.edge.forEach((edge, i) => {
    if (edge < 0) everyLone.push(i);
  });
  return {
    toNearest(places, chosen, maxMetres = Infinity) {
      const size = chosen?.length ?? points.lon.length;
      const at = (k: number): number => (chosen === undefined ? k : chosen[k]!);
      const nearest: Nearest = {
        metres: new Float64Array(size).fill(Infinity),
        place: new Int32Array(size).fill(-1),
        straight: new Uint8Array(size),
      };
      const offer = (k: number, metres: number, place: number, isStraight: 0 | 1): void => {
        if (!(metres <= maxMetres) || place < 0) return;
        const known = nearest.metres[k]!;
        if (metres > known || (metres === known && place >= nearest.place[k]! && nearest.place[k]! >= 0))
          return;
        nearest.metres[k] = metres;
        nearest.place[k] = place;
        nearest.straight![k] = isStraight;
      };
      const beside = searchTowards(walker, places, maxMetres);
      const direct = directFinder(points, joined, places);
      for (let k = 0; k < size; k++) {
        const i = at(k);
        if (joined.edge[i]! < 0) continue;
        if (isReached(walker, joined.edge[i]!, beside))
          eachEnd(walker, joined, i, beside, (metres, place) => offer(k, metres, place, 0));
        direct(i, (place, metres) => offer(k, metres, place, 0));
      }
      fromAfar(places, chosen, size, offer);
      return nearest;
    },
  };

  /** Points without a network, and places without one, by straight lines. */
  function fromAfar(
    places: readonly Geometry[],
    chosen: Int32Array | undefined,
    size: number,
    offer: (k: number, metres: number, place: number, isStraight: 1) => void,
  ): void {
    const apart = [...places.keys()].filter(place => walker.entrances(places[place]!).length === 0);
    const at = (k: number): number => (chosen === undefined ? k : chosen[k]!);
    const measure = (ks: readonly number[], among: readonly number[]): void => {
      if (ks.length === 0 || among.length === 0) return;
      const found = straight.toNearest(
        among.map(place => places[place]!),
        Int32Array.from(ks, at),
      );
      for (const [n, k] of ks.entries()) offer(k, found.metres[n]!, among[found.place[n]!] ?? -1, 1);
    };
    const which = (isLone: boolean): number[] =>
      Array.from({ length: size }, (_, k) => k).filter(k => joined.edge[at(k)]! < 0 === isLone);
    measure(chosen === undefined ? everyLone : which(true), [...places.keys()]);
    if (apart.length > 0) measure(which(false), apart);
  }
}
