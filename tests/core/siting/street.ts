import type { Candidate, SitingQuestion } from '../../../core/siting/question.ts';
import { distancesOf } from '../access/pairs.ts';

/** Metres of a degree of longitude on the equator, where the street of the examples runs. */
const DEGREE_M = 111_320;

/** Homes along a street at so many metres, and sites for a place to play along it. */
export function street(
  homes: readonly { at: number; children: number; poverty?: number }[],
  sites: readonly { id: string; at: number; cost?: number; capacity?: number | null; functions?: string[] }[],
  more: Partial<SitingQuestion> & { existing?: readonly number[]; withinM?: number } = {},
): SitingQuestion {
  const { existing = [], withinM = 400, ...question } = more;
  const lon = (at: number): number => 3 + at / DEGREE_M;
  const candidates: Candidate[] = sites.map(
    ({ id, at, cost = 1, capacity = null, functions = ['play'] }) => ({
      id,
      lon: lon(at),
      lat: 0,
      cost,
      capacity,
      functions,
    }),
  );
  return {
    candidates,
    distances: distancesOf(
      homes.map(home => sites.map(site => Math.abs(home.at - site.at))),
      5000,
    ),
    children: Float64Array.from(homes, home => home.children),
    poverty: Float64Array.from(homes, home => home.poverty ?? 0),
    functions: [
      {
        id: 'play',
        withinM,
        existingM: Float64Array.from(homes, home =>
          Math.min(Infinity, ...existing.map(at => Math.abs(at - home.at))),
        ),
        existing: { lon: Float64Array.from(existing, lon), lat: new Float64Array(existing.length) },
        most: null,
      },
    ],
    povertyWeight: 0,
    most: 1,
    budget: null,
    spacingM: 0,
    together: false,
    scope: null,
    excluded: [],
    ...question,
  };
}

/** A box around a part of the street. */
export const stretch = (from: number, to: number) => {
  const [west, east] = [3 + from / DEGREE_M, 3 + to / DEGREE_M];
  return {
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, -0.001],
        [east, -0.001],
        [east, 0.001],
        [west, 0.001],
        [west, -0.001],
      ],
    ],
  };
};
