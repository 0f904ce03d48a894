import Flatbush from 'flatbush';
import type { Geometry } from 'geojson';
import { distanceTo, type Shape, shapesOf, type ToPlane } from '../access/shape.ts';
import { projectionOf, utmEpsg } from '../areas/projection.ts';
import { middleOf } from './moved.ts';
import { nameSimilarity } from './names.ts';

export type DuplicateCandidate = {
  /** `source/key` */
  id: string;
  source: string;
  name: string | null;
  functions: readonly string[];
  /** WGS84 */
  geometry: Geometry;
  /** Ids of places that somebody said are not the same. */
  distinctFrom: ReadonlySet<string>;
};

/** Two places of different sources that are likely one, and why. */
export type DuplicatePair = {
  /** 0 to 1. */
  score: number;
  /** Positions in the candidates, the lower one first. */
  a: number;
  b: number;
  /** Metres between their nearest edges; 0 where they meet. */
  distanceM: number;
  /** 0 to 1; null where one has no name. */
  nameSimilarity: number | null;
  sharedFunctions: readonly string[];
};

export type DuplicateSettings = {
  /** Metres beyond which two places are not the same. */
  withinM: number;
  /** Pairs below this score are left out. */
  leastScore: number;
};

export const DUPLICATE_SETTINGS: DuplicateSettings = { withinM: 100, leastScore: 0.5 };

/** A place without a name says less: nearness alone never makes certain. */
const UNNAMED_SHARE = 0.8;

/**
 * Score of a pair, 0 to 1: nearness (1 where they meet, 0 at `withinM`) and likeness of names count as much; without
 * names four fifths of nearness. See docs/methodology.md.
 */
export function duplicateScore(distanceM: number, withinM: number, similarity: number | null): number {
  const nearness = Math.max(0, 1 - distanceM / withinM);
  return similarity === null ? UNNAMED_SHARE * nearness : (nearness + similarity) / 2;
}

/** Pairs of places of two sources with a function in common, within reach of one another; likeliest first. */
export function duplicatePairs(
  places: readonly DuplicateCandidate[],
  { withinM, leastScore }: DuplicateSettings = DUPLICATE_SETTINGS,
): DuplicatePair[] {
  const first = places[0];
  if (first === undefined) return [];
  const { forward } = projectionOf(utmEpsg(...middleOf(first.geometry)));
  const toPlane: ToPlane = (lon, lat) => forward(lon, lat) as [number, number];
  const shapes = places.map(({ geometry }) => shapesOf(geometry, toPlane));
  const boxes = shapes.map(boxAround);
  const tree = new Flatbush(places.length);
  for (const box of boxes) tree.add(...box);
  tree.finish();
  const pairs: DuplicatePair[] = [];
  places.forEach((place, a) => {
    const [west, south, east, north] = boxes[a]!;
    const near = tree.search(west - withinM, south - withinM, east + withinM, north + withinM);
    for (const b of near) {
      const other = places[b]!;
      if (b <= a || other.source === place.source || place.distinctFrom.has(other.id)) continue;
      const sharedFunctions = place.functions.filter(one => other.functions.includes(one));
      if (sharedFunctions.length === 0) continue;
      const distanceM = distanceBetween(shapes[a]!, shapes[b]!);
      if (distanceM > withinM) continue;
      const similarity =
        place.name === null || other.name === null ? null : nameSimilarity(place.name, other.name);
      const score = duplicateScore(distanceM, withinM, similarity);
      if (score < leastScore) continue;
      pairs.push({ score, a, b, distanceM, nameSimilarity: similarity, sharedFunctions });
    }
  });
  return pairs.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
}

type Box = [west: number, south: number, east: number, north: number];

function boxAround(shapes: readonly Shape[]): Box {
  return shapes.reduce<Box>(
    (all, { box }) => [
      Math.min(all[0], box[0]),
      Math.min(all[1], box[1]),
      Math.max(all[2], box[2]),
      Math.max(all[3], box[3]),
    ],
    [Infinity, Infinity, -Infinity, -Infinity],
  );
}

/** Metres from any corner of one to the nearest edge of the other: right to within the crossing of two bare edges. */
function distanceBetween(left: readonly Shape[], right: readonly Shape[]): number {
  let nearest = Infinity;
  for (const a of left) {
    for (const b of right) nearest = Math.min(nearest, fromCorners(a, b), fromCorners(b, a));
  }
  return nearest;
}

function fromCorners({ xy }: Shape, to: Shape): number {
  let nearest = Infinity;
  for (let i = 0; i < xy.length; i += 2) {
    nearest = Math.min(nearest, distanceTo(to, xy[i]!, xy[i + 1]!));
    if (nearest === 0) return 0;
  }
  return nearest;
}
