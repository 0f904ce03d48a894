import { ProblemError } from '../problem.ts';
import type { Catchment } from './catchments.ts';
import { readSiteGeometry } from './geometry.ts';
import { polygonsOf, siteOfPolygons } from './polygons.ts';

type School = { id: string; name: string | null };
type Feature = { properties?: Record<string, unknown> | null; geometry?: unknown };

/**
 * Catchments in a parsed GeoJSON file: polygons with the id or the name of their school in the property `school`. Several
 * of one school are one catchment.
 * @throws ProblemError `bad-input` that names the feature: no polygons, a school that is not there or has a name that
 * others have too
 */
export function readCatchments(given: unknown, wanted: string, schools: readonly School[]): Catchment[] {
  const features = (given as { features?: unknown } | null)?.features;
  if (!Array.isArray(features) || features.length === 0)
    throw new ProblemError('bad-input', 'The file is no GeoJSON FeatureCollection with catchments in it.');
  const found = new Map<string, Catchment['geometry']>();
  (features as Feature[]).forEach(({ properties, geometry }, k) => {
    const name = `catchment ${k + 1}`;
    const school = schoolIn(properties?.school, schools, name);
    const drawn = readSiteGeometry(geometry, name);
    if (drawn.type === 'Point')
      throw new ProblemError('bad-input', `${name} is a point, in which nobody lives; give a polygon`);
    const before = found.get(school);
    const all = [...(before === undefined ? [] : polygonsOf(before)), ...polygonsOf(drawn)];
    found.set(school, siteOfPolygons(all) as Catchment['geometry']);
  });
  return Array.from(found, ([school, geometry]) => ({ function: wanted, school, geometry }));
}

function schoolIn(given: unknown, schools: readonly School[], at: string): string {
  const text = typeof given === 'string' || typeof given === 'number' ? String(given).trim() : '';
  const byId = schools.find(({ id }) => id === text);
  if (byId !== undefined) return byId.id;
  const named = schools.filter(
    ({ name }) => name !== null && name.localeCompare(text, 'nl', { sensitivity: 'base' }) === 0,
  );
  if (named.length === 1) return named[0]!.id;
  const why = named.length === 0 ? 'which is no school here' : `which ${named.length} schools are called`;
  throw new ProblemError(
    'bad-input',
    `${at} has "${text.slice(0, 80)}" for its property "school", ${why}; give the id of a school`,
  );
}
