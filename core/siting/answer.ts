import type { Geometry } from 'geojson';
import { type AreaChildren, type SettledAreas, settledChildren } from '../access/settled.ts';
import { distanceModelOf, reachModelOf, type Walks } from '../access/walking.ts';
import { type Curve, type CurveProvenOptions, curveProven } from './curve.ts';
import { type Candidate, pointsOf, type SitingQuestion } from './question.ts';
import { type ProvenOptions, type Siting, type SitingAim, siteProven } from './site.ts';

/** A siting as it is asked of areas with children and of places that are there; plain data. */
export type SitingAsked = {
  settled: SettledAreas;
  children: AreaChildren;
  candidates: readonly Candidate[];
  functions: readonly {
    id: string;
    withinM: number;
    most: number | null;
    cost?: number;
    /** Places of this function that are there and stay. */
    existing: readonly Geometry[];
  }[];
  aim: SitingAim;
  povertyWeight: number;
  most: number;
  budget: number | null;
  spacingM: number;
  together: boolean;
  excluded: readonly Geometry[];
  /** Polygons outside which no candidate may lie; null where they are known to lie well. */
  scope: readonly Geometry[] | null;
  walks: Walks;
};

/** Where new places do most, for children at the points where they are taken to live. Errors as in `site`. */
export function answerSiting(asked: SitingAsked, options: ProvenOptions): Promise<Siting> {
  return siteProven(questionOf(asked), asked.aim, options);
}

/** What 1, 2, 3 … places reach, and how many all children need. Errors as in `curve`. */
export function answerCurve(asked: SitingAsked, options: CurveProvenOptions): Promise<Curve> {
  return curveProven(questionOf(asked), options);
}

/** Walks longer than the farthest reach count for nothing when children are covered; a median looks farther. */
const FAR_M = 5000;

function questionOf(asked: SitingAsked): SitingQuestion {
  const { settled, candidates, functions, aim, walks, ...rules } = asked;
  const { all, deprived } = settledChildren(settled, asked.children);
  const farthest = Math.max(...functions.map(({ withinM }) => withinM));
  const { lon, lat } = pointsOf(candidates);
  const points = candidates.map((_, k): Geometry => ({ type: 'Point', coordinates: [lon[k]!, lat[k]!] }));
  const model = reachModelOf(settled, walks);
  return {
    ...rules,
    candidates,
    distances: distanceModelOf(settled, walks).distancesWithin(
      settled.points,
      points,
      aim === 'cover' || aim === 'all' ? farthest : Math.max(FAR_M, farthest),
    ),
    children: all,
    poverty: deprived,
    functions: functions.map(({ existing, ...wanted }) => ({
      ...wanted,
      existingM: model.toNearest(existing).metres,
      existing: middlesOf(existing),
    })),
  };
}

/** A point for each place, from which new ones keep their distance. */
function middlesOf(places: readonly Geometry[]) {
  const middles = places.map(middleOf);
  return {
    lon: Float64Array.from(middles, ([lon]) => lon),
    lat: Float64Array.from(middles, ([, lat]) => lat),
  };
}

/** The middle of the box of a geometry. */
export function middleOf(geometry: Geometry): [lon: number, lat: number] {
  const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
  const widen = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] !== 'number') {
      part.forEach(widen);
      return;
    }
    const [lon, lat] = part as [number, number];
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  };
  if (geometry.type === 'GeometryCollection')
    for (const member of geometry.geometries) widen('coordinates' in member ? member.coordinates : []);
  else widen(geometry.coordinates);
  return [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
}
