import { area } from '@turf/turf';
import type { Geometry, MultiPolygon, Polygon } from 'geojson';
import { type Homes, isLand } from '../../../core/access/population/homes.ts';
import { middleOf } from '../../../core/facilities/moved.ts';
import { type HomeRules, osmHomes } from '../../../data/osm-homes.ts';
import type { OsmElement, OsmTags } from '../../readers/osm/elements.ts';
import type { OsmFile } from '../../readers/osm/open.ts';
import { growingColumn } from './growing.ts';
import { osmShapes } from './shapes.ts';

type Home = 'address' | 'building' | 'land';

/** What an element says of where people live, by the rules of data/osm-homes.ts; null where nothing. */
export function homeOf(tags: OsmTags, rules: HomeRules = osmHomes): Home | null {
  const { building, landuse } = tags;
  if (landuse !== undefined && rules.land.includes(landuse)) return 'land';
  const isHome = building !== undefined && rules.buildings.includes(building);
  if (rules.address in tags) {
    if (isHome) return 'address';
    const elsewhere = rules.notAtHome.some(key => key in tags && tags[key] !== 'no');
    if (!elsewhere && (building === undefined || rules.unknownBuildings.includes(building))) return 'address';
    return null;
  }
  return isHome ? 'building' : null;
}

/** Storeys that are told; one where none or no number is. */
function storeysOf(tags: OsmTags, rules: HomeRules): number {
  const told = Number(tags[rules.storeys]);
  return Number.isFinite(told) && told >= 1 && told <= 200 ? told : 1;
}

/**
 * Homes in an OpenStreetMap file: addresses (one each), residential buildings (square metres of floor: their ground times
 * their storeys) and residential land. A building with an address is both. Shapes that are not whole in the file are
 * counted in `incomplete` and left out.
 */
export async function homesOfOsm(
  file: OsmFile,
  rules: HomeRules = osmHomes,
): Promise<{ homes: Homes[]; incomplete: number }> {
  const shaped = await osmShapes(file, (element: OsmElement) => homeOf(element.tags ?? {}, rules));
  const columns = () => ({ lon: growingColumn(), lat: growingColumn(), weight: growingColumn() });
  const [addresses, buildings] = [columns(), columns()];
  const land: (Polygon | MultiPolygon)[] = [];
  let incomplete = 0;
  const add = (to: typeof addresses, geometry: Geometry, weight: number): void => {
    const [lon, lat] = middleOf(geometry);
    to.lon.push(lon);
    to.lat.push(lat);
    to.weight.push(weight);
  };
  for (const { element, what, ...shape } of shaped) {
    if ('fault' in shape) {
      incomplete++;
      continue;
    }
    const { geometry } = shape;
    if (what === 'land') {
      if (isLand(geometry)) land.push(geometry);
      continue;
    }
    if (what === 'address') add(addresses, geometry, 1);
    const tags = element.tags ?? {};
    if (isLand(geometry) && rules.buildings.includes(tags.building ?? ''))
      add(buildings, geometry, area(geometry) * storeysOf(tags, rules));
  }
  const weighted = ({ lon, lat, weight }: typeof addresses) => ({
    lon: lon.values().slice(),
    lat: lat.values().slice(),
    weight: weight.values().slice(),
  });
  const homes: Homes[] = [];
  if (addresses.weight.length() > 0) homes.push({ basis: 'addresses', points: weighted(addresses) });
  if (buildings.weight.length() > 0) homes.push({ basis: 'buildings', points: weighted(buildings) });
  if (land.length > 0) homes.push({ basis: 'residential-land', land });
  return { homes, incomplete };
}
