import { center } from '@turf/turf';
import type { Geometry, Position } from 'geojson';
import { type Settlement, settle } from '../../../core/access/population/settle.ts';
import { spreadPart, spreadPeople } from '../../../core/access/population/spread.ts';
import { ProblemError } from '../../../core/problem.ts';
import type { DecimalSign } from '../../../server/readers/number.ts';
import { type Placed, readPlaced } from '../../../server/readers/placed.ts';
import { openFile } from '../../../server/readers/registry.ts';

/** Options of every command that reads where children live. */
export type DemandOptions = {
  id: string;
  children: string;
  poverty?: string;
  lon: string;
  lat: string;
  crs?: number;
  missing?: string[];
  decimal?: DecimalSign;
};

/** Children of the records of a file, at points: where a record is a polygon, over a lattice in it. */
export type Demand = {
  records: Placed;
  settlement: Settlement;
  /** At the points. */
  children: Float64Array;
  poverty: Float64Array | null;
  /** Records without a number of children, who do not count. */
  without: string[];
};

/** @throws ProblemError `bad-input` as `readPlaced`, and for more children in poverty than children. */
export async function readDemand(path: string, options: DemandOptions): Promise<Demand> {
  const { children, poverty, ...columns } = options;
  const file = await openFile(path);
  const records = await readPlaced(file, { ...columns, numbers: { children, poverty } });
  const all = records.numbers.children!;
  const poor = records.numbers.poverty ?? null;
  poor?.forEach((count, k) => {
    if (count > all[k]!)
      throw new ProblemError(
        'bad-input',
        `${file.name}: ${records.ids[k]} has ${count} children in poverty of ${all[k]} children`,
      );
  });
  const middles = records.geometries.map(middleOf);
  const settlement = settle({
    areas: records.geometries.map(geometry => (isPolygon(geometry) ? geometry : null)),
    at: {
      lon: Float64Array.from(middles, ([lon]) => lon!),
      lat: Float64Array.from(middles, ([, lat]) => lat!),
    },
  });
  const spread = spreadPeople(all, settlement, 'fractions');
  return {
    records,
    settlement,
    children: spread.people,
    // A number that is not known in an area with children counts as nobody.
    poverty: poor === null ? null : spreadPart(poor, settlement, spread.people, 'fractions').people,
    without: spread.areasWithout.map(k => records.ids[k]!),
  };
}

const isPolygon = ({ type }: Geometry): boolean => type === 'Polygon' || type === 'MultiPolygon';

export function middleOf(geometry: Geometry): Position {
  return geometry.type === 'Point' ? geometry.coordinates : center(geometry).geometry.coordinates;
}
