import Papa from 'papaparse';
import type { Curve } from '../../../core/siting/curve.ts';
import type { SitingReason } from '../../../core/siting/reasons.ts';
import type { Siting } from '../../../core/siting/site.ts';

/** The plan with its proof as a program reads it, a place each with its reason in numbers and in a sentence. */
export function printJson({ places, ...told }: Siting): string {
  const listed = places.map(({ candidate, function: id, reason }) => ({
    id: candidate.id,
    function: id,
    lon: candidate.lon,
    lat: candidate.lat,
    reason: sentence(reason),
    ...reason,
  }));
  return JSON.stringify({ ...told, places: listed }, null, 2);
}

export const printCurve = (curve: Curve): string => JSON.stringify(curve, null, 2);

export function printCsv(found: Siting): string {
  return Papa.unparse(rowsOf(found), { newline: '\n' });
}

export function printGeojson(found: Siting): string {
  const { places, ...told } = found;
  const rows = rowsOf(found);
  const features = places.map(({ candidate: { lon, lat } }, k) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties: rows[k],
  }));
  return JSON.stringify({ type: 'FeatureCollection', siting: told, features });
}

function rowsOf({ places, unit, before, after, bound, gap, optimal, provenBy }: Siting) {
  return places.map(({ candidate, function: id, reason }) => ({
    id: candidate.id,
    function: id,
    lon: candidate.lon,
    lat: candidate.lat,
    children: reason.reached.children,
    children_in_poverty: reason.reached.poverty,
    children_without: reason.hadNone.children,
    children_only_here: reason.onlyHere.children,
    reason: sentence(reason),
    unit,
    before,
    after,
    bound,
    gap,
    optimal,
    proven_by: provenBy,
  }));
}

const count = (children: number): string => String(Math.round(children));

/** One sentence: whom the place reaches, and what they had before. */
export function sentence({ key, withinM, reached, hadNone, nearest }: SitingReason): string {
  const poor = reached.poverty === null ? '' : ` of whom ${count(reached.poverty)} in poverty`;
  const whom = `reaches ${count(reached.children)} children${poor}`;
  if (key === 'none-had') return `${whom}; none had a place within ${withinM} m.`;
  if (key === 'some-had') return `${whom}; ${count(hadNone.children)} had no place within ${withinM} m.`;
  if (nearest === null) return `${whom}; all had a place within ${withinM} m.`;
  const walk = `${count(nearest.beforeM)} m becomes ${count(nearest.afterM)} m`;
  return `${whom}; for ${count(nearest.children)} a walk of ${walk}.`;
}
