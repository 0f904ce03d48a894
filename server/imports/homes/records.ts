import { coordEach, area as surfaceM2 } from '@turf/turf';
import type { Geometry, MultiPolygon, Polygon } from 'geojson';
import { type HomePoints, type Homes, isLand } from '../../../core/access/population/homes.ts';
import { toDegreesFrom } from '../../../core/areas/projection.ts';
import { middleOf } from '../../../core/facilities/moved.ts';
import { ProblemError } from '../../../core/problem.ts';
import { parseNumber } from '../../readers/number.ts';
import type { OpenedFile } from '../../readers/types.ts';
import { growingColumn } from '../../sources/osm/growing.ts';
import { createColumnReader } from '../columns.ts';
import { createPointReader } from '../facility-points.ts';
import { atRecord } from '../progress.ts';
import type { Place, Report } from '../report.ts';
import { createLocator } from '../stage-features.ts';
import type { HomesStep, ImportHooks } from '../types.ts';

/** What a record weighs where no column says it: an address 1, a building its ground; a cell must say its residents. */
const UNTOLD: Readonly<Record<HomePoints['basis'], ((geometry: Geometry) => number) | null>> = {
  addresses: () => 1,
  buildings: geometry => (isLand(geometry) ? surfaceM2(geometry) : 1),
  'population-grid': null,
};

/**
 * Homes of one basis from the records of a file: points, or polygons of which the middle counts; of land the polygons.
 * @throws ProblemError `bad-parameter` where it is not said what the records are, or a grid names no column of residents
 */
export async function homesOfRecords(
  file: OpenedFile,
  step: Pick<HomesStep, 'basis' | 'map' | 'epsg'>,
  hooks: ImportHooks,
  report: Report,
): Promise<Homes> {
  const { basis, map = {}, epsg } = step;
  if (basis === undefined)
    throw new ProblemError(
      'bad-parameter',
      `${file.name} does not say what it holds; say addresses, buildings, population-grid or residential-land`,
      { parameter: 'basis' },
    );
  const untold = basis === 'residential-land' ? null : UNTOLD[basis];
  if (basis === 'population-grid' && map.weight === undefined)
    throw new ProblemError('bad-parameter', `${file.name}: name the column with the residents of a cell`, {
      parameter: 'weight',
    });
  const columns = createColumnReader(file);
  const withPoint = createPointReader(file, map, columns, report);
  const locator = createLocator(file, epsg, report);
  const [lon, lat, weight] = [growingColumn(), growingColumn(), growingColumn()];
  const land: (Polygon | MultiPolygon)[] = [];
  let toDegrees: ReturnType<typeof toDegreesFrom> | null = null;
  for await (const given of file.records()) {
    atRecord(hooks, `Reading ${file.name}`, given.number);
    const at: Place = { unit: file.spatial ? 'feature' : 'row', number: given.number };
    const record = withPoint(given);
    if (locator.locate(record, at) === null) continue;
    const geometry = record.geometry!;
    toDegrees ??= toDegreesFrom(locator.epsg());
    const turn = toDegrees;
    coordEach(geometry, position => {
      [position[0], position[1]] = turn(position[0]!, position[1]!);
    });
    if (basis === 'residential-land') {
      if (isLand(geometry)) land.push(geometry);
      else report.add('error', 'geometry-type', `is a ${geometry.type}; land is a polygon`, at);
      continue;
    }
    const written = map.weight === undefined ? undefined : columns.read(record, map.weight);
    const number = written === undefined ? untold!(geometry) : parseNumber(written);
    if (number === null) continue;
    if (!Number.isFinite(number) || number < 0) {
      report.add('error', 'weight', `has ${map.weight} "${written}"; give a number from 0`, at, written);
      continue;
    }
    const [x, y] = middleOf(geometry);
    lon.push(x);
    lat.push(y);
    weight.push(number);
  }
  columns.requireFound();
  if (basis === 'residential-land') return { basis, land };
  const points = { lon: lon.values().slice(), lat: lat.values().slice(), weight: weight.values().slice() };
  return { basis, points };
}
