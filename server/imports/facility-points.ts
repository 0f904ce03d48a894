import { ProblemError } from '../../core/problem.ts';
import { parseNumber } from '../readers/number.ts';
import type { FileRecord, OpenedFile } from '../readers/types.ts';
import type { ColumnReader } from './columns.ts';
import type { Report } from './report.ts';
import type { FacilityMap } from './types.ts';

/**
 * Gives records of a table a point from their two columns of coordinates; a record that has a geometry keeps it.
 * @throws ProblemError `bad-parameter` where only one of the two columns is named.
 */
export function createPointReader(
  file: Pick<OpenedFile, 'name'>,
  { lon, lat }: FacilityMap,
  columns: ColumnReader,
  report: Report,
): (record: FileRecord) => FileRecord {
  if (lon === undefined && lat === undefined) return record => record;
  if (lon === undefined || lat === undefined) {
    throw new ProblemError(
      'bad-parameter',
      `${file.name}: coordinates are two columns; name both --map lon=COLUMN and --map lat=COLUMN`,
    );
  }
  return record => {
    if (record.geometry !== null) return record;
    const written = [columns.read(record, lon), columns.read(record, lat)];
    const [x = null, y = null] = written.map(value => parseNumber(value));
    if (x === null && y === null) return record;
    if (x === null || y === null || Number.isNaN(x) || Number.isNaN(y)) {
      report.add(
        'error',
        'coordinates',
        `lies at "${written.join(', ')}"; give two numbers, longitude or x first`,
        { unit: 'row', number: record.number },
        written.join(', '),
      );
      return record;
    }
    return { ...record, geometry: { type: 'Point', coordinates: [x, y] } };
  };
}
