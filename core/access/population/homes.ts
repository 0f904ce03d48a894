import type { Geometry, MultiPolygon, Polygon } from 'geojson';
import { PbfReader, PbfWriter } from 'pbf';
import { ProblemError } from '../../problem.ts';
import { degreeSteps, degreesOf } from './degree-steps.ts';
import type { SettlementData, Weighted } from './settle.ts';

/** What a file can tell about where people live, from the best to the least. */
export const HOME_BASES = ['addresses', 'buildings', 'population-grid', 'residential-land'] as const;
export type HomeBasis = (typeof HOME_BASES)[number];

export const isHomeBasis = (text: string): text is HomeBasis =>
  (HOME_BASES as readonly string[]).includes(text);

/** Homes as points with a weight: 1 for an address, square metres of floor of a building, residents of a cell. */
export type HomePoints = { basis: 'addresses' | 'buildings' | 'population-grid'; points: Weighted };
/** Land that people live on. */
export type HomeLand = { basis: 'residential-land'; land: readonly (Polygon | MultiPolygon)[] };
export type Homes = HomePoints | HomeLand;

export const homeCount = (homes: Homes): number =>
  'land' in homes ? homes.land.length : homes.points.weight.length;

/** What is known of a region, as `settle` takes it; a basis comes once at most. */
export function settlementDataOf(known: readonly Homes[]): Omit<SettlementData, 'areas' | 'at'> {
  const data: { -readonly [Key in keyof SettlementData]?: SettlementData[Key] } = {};
  for (const homes of known) {
    if ('land' in homes) data.residential = homes.land;
    else if (homes.basis === 'addresses') data.addresses = homes.points;
    else if (homes.basis === 'buildings') data.buildings = homes.points;
    else data.grid = homes.points;
  }
  return data;
}

/**
 * Homes in bytes, as Protocol Buffers: points as differences from the one before, in ten-millionths of a degree; land as
 * the numbers of rings and positions of each polygon. Weights are left out where they are all 1.
 */
const FIELD = { version: 1, basis: 2, lon: 3, lat: 4, weight: 5, parts: 6, rings: 7, positions: 8 } as const;
const VERSION = 1;

export function encodeHomes(homes: Homes): Uint8Array {
  const pbf = new PbfWriter();
  pbf.writeVarintField(FIELD.basis, HOME_BASES.indexOf(homes.basis));
  const places = (lon: ArrayLike<number>, lat: ArrayLike<number>): void => {
    pbf.writePackedSVarint(FIELD.lon, degreeSteps(lon));
    pbf.writePackedSVarint(FIELD.lat, degreeSteps(lat));
  };
  if ('land' in homes) {
    const polygons = homes.land.map(land =>
      land.type === 'Polygon' ? [land.coordinates] : land.coordinates,
    );
    const rings = polygons.flat(2);
    const positions = rings.flat();
    pbf.writePackedVarint(
      FIELD.parts,
      polygons.map(parts => parts.length),
    );
    pbf.writePackedVarint(
      FIELD.rings,
      polygons.flat().map(part => part.length),
    );
    pbf.writePackedVarint(
      FIELD.positions,
      rings.map(ring => ring.length),
    );
    places(
      positions.map(([lon]) => lon!),
      positions.map(([, lat]) => lat!),
    );
  } else {
    const { lon, lat, weight } = homes.points;
    places(lon, lat);
    if (weight.some(each => each !== 1)) pbf.writePackedDouble(FIELD.weight, [...weight]);
  }
  // Last, so that bytes that are cut short have none.
  pbf.writeVarintField(FIELD.version, VERSION);
  return pbf.finish();
}

/** @throws ProblemError bad-input where the bytes are no homes, or contradict themselves */
export function decodeHomes(bytes: Uint8Array): Homes {
  const read = { version: 0, basis: 0 };
  const columns = new Map<number, number[]>();
  try {
    new PbfReader(bytes).readFields((tag, _, reader) => {
      if (tag === FIELD.version) read.version = reader.readVarint();
      else if (tag === FIELD.basis) read.basis = reader.readVarint();
      else if (tag === FIELD.lon || tag === FIELD.lat) columns.set(tag, reader.readPackedSVarint());
      else if (tag === FIELD.weight) columns.set(tag, reader.readPackedDouble());
      else columns.set(tag, reader.readPackedVarint());
    }, null);
  } catch (cause) {
    throw damaged(cause);
  }
  const of = (field: number): number[] => columns.get(field) ?? [];
  const basis = HOME_BASES[read.basis];
  const [lon, lat] = [degreesOf(of(FIELD.lon)), degreesOf(of(FIELD.lat))];
  if (read.version !== VERSION || basis === undefined || lon.length !== lat.length) throw damaged();
  if (basis === 'residential-land')
    return { basis, land: landOf(of(FIELD.parts), of(FIELD.rings), of(FIELD.positions), lon, lat) };
  const weights = of(FIELD.weight);
  if (weights.length > 0 && weights.length !== lon.length) throw damaged();
  const weight = weights.length > 0 ? Float64Array.from(weights) : new Float64Array(lon.length).fill(1);
  return { basis, points: { lon, lat, weight } };
}

function landOf(
  parts: readonly number[],
  rings: readonly number[],
  positions: readonly number[],
  lon: Float64Array,
  lat: Float64Array,
): MultiPolygon[] {
  if (total(parts) !== rings.length || total(rings) !== positions.length) throw damaged();
  if (total(positions) !== lon.length) throw damaged();
  const at = { part: 0, ring: 0, position: 0 };
  const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
  return parts.map(count => ({
    type: 'MultiPolygon',
    coordinates: many(count, () =>
      many(rings[at.part++]!, () =>
        many(positions[at.ring++]!, () => {
          const here = at.position++;
          return [lon[here]!, lat[here]!];
        }),
      ),
    ),
  }));
}

const damaged = (cause?: unknown): ProblemError =>
  new ProblemError('bad-input', 'What is known of homes is damaged: import it again', {}, cause);

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

export const isLand = (geometry: Geometry): geometry is Polygon | MultiPolygon =>
  geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
