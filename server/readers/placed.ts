import { coordEach } from '@turf/turf';
import type { Geometry } from 'geojson';
import { toDegreesFrom } from '../../core/areas/projection.ts';
import { ProblemError } from '../../core/problem.ts';
import { createCellReader, inferDecimal } from '../imports/cells.ts';
import { chooseEpsg, crsProblem } from '../imports/crs.ts';
import { boxOfGeometry, type GrowingBox } from '../writers/rings.ts';
import { column } from './columns.ts';
import type { DecimalSign } from './number.ts';
import type { OpenedFile } from './types.ts';

export type PlacedColumns = {
  id: string;
  /** Columns of numbers from 0 up, by what they are called here; a blank cell is NaN. */
  numbers: Readonly<Record<string, string | undefined>>;
  /** Columns of text. */
  texts?: Readonly<Record<string, string | undefined>>;
  /** Columns with degrees (WGS84) of a table without geometry. */
  lon: string;
  lat: string;
  crs?: number | undefined;
  missing?: readonly string[] | undefined;
  decimal?: DecimalSign | undefined;
};

/** Records with where they are, as columns. */
export type Placed = {
  ids: string[];
  /** WGS84 degrees. */
  geometries: Geometry[];
  numbers: Record<string, Float64Array>;
  texts: Record<string, string[]>;
};

/**
 * Records of a file with a geometry each, or with degrees in two columns.
 * @throws ProblemError `bad-input` naming the record: no id, an id that comes twice, no geometry, no number, a negative one.
 */
export async function readPlaced(file: OpenedFile, wanted: PlacedColumns): Promise<Placed> {
  const ids: string[] = [];
  const rows: { number: number; properties: Record<string, unknown>; geometry: Geometry | null }[] = [];
  const kind = file.spatial ? 'feature' : 'row';
  const known = new Set<string>();
  for await (const record of file.records()) {
    const name = column(Object.keys(record.properties), wanted.id, file.name);
    const id = String(record.properties[name] ?? '').trim();
    const at = `${file.name}: ${kind} ${record.number}`;
    if (id === '') throw new ProblemError('bad-input', `${at} has no ${wanted.id}; give each one an id`);
    if (known.has(id)) throw new ProblemError('bad-input', `${at}: ${wanted.id} ${id} comes twice`);
    known.add(id);
    ids.push(id);
    rows.push(record);
  }
  if (rows.length === 0)
    throw new ProblemError('bad-input', `${file.name} holds no ${kind}s; is it the right file?`);
  const fields = Object.keys(rows[0]!.properties);
  const numbersOf = (name: string, signed = false): Float64Array => {
    const field = column(fields, name, file.name);
    const cells = rows.map(row => row.properties[field]);
    // Degrees have no thousands to separate, so that a single sign is that of decimals.
    const sign = signed ? (cells.some(cell => String(cell).includes(',')) ? ',' : '.') : inferDecimal(cells);
    const read = createCellReader(wanted.missing ?? [], wanted.decimal ?? sign);
    return Float64Array.from(cells, (value, k) => {
      const cell = read(value);
      const at = `${file.name}: ${kind} ${rows[k]!.number} (${ids[k]}), ${name}`;
      if (cell.status === 'problem') throw new ProblemError('bad-input', `${at}: ${cell.message}`);
      if (!signed && cell.value !== null && cell.value < 0)
        throw new ProblemError('bad-input', `${at}: ${cell.value} is below 0`);
      return cell.value ?? Number.NaN;
    });
  };
  const named = <T>(columns: PlacedColumns['numbers'], read: (name: string) => T): Record<string, T> =>
    Object.fromEntries(
      Object.entries(columns).flatMap(([key, name]) => (name === undefined ? [] : [[key, read(name)]])),
    );
  return {
    ids,
    geometries: file.spatial
      ? inDegrees(
          file,
          rows.map(({ geometry, number }, k) => {
            if (geometry !== null) return geometry;
            throw new ProblemError(
              'bad-input',
              `${file.name}: ${kind} ${number} (${ids[k]}) has no geometry`,
            );
          }),
          wanted.crs,
        )
      : pointsOf(numbersOf(wanted.lon, true), numbersOf(wanted.lat, true), ids, file.name),
    numbers: named(wanted.numbers, numbersOf),
    texts: named(wanted.texts ?? {}, name => {
      const field = column(fields, name, file.name);
      return rows.map(row => String(row.properties[field] ?? '').trim());
    }),
  };
}

function inDegrees(file: OpenedFile, geometries: Geometry[], crs: number | undefined): Geometry[] {
  const box: GrowingBox = [Infinity, Infinity, -Infinity, -Infinity];
  for (const geometry of geometries) boxOfGeometry(geometry, box);
  const bounds = { minX: box[0], minY: box[1], maxX: box[2], maxY: box[3] };
  const { epsg, certain } = chooseEpsg(crs, file.declaredEpsg, file.format, bounds);
  const wrong = crsProblem(bounds, epsg, certain);
  if (wrong !== null) throw new ProblemError('bad-input', `${file.name}: ${wrong}`);
  const toDegrees = toDegreesFrom(epsg);
  for (const geometry of geometries)
    coordEach(geometry, position => {
      [position[0], position[1]] = toDegrees(position[0]!, position[1]!);
    });
  return geometries;
}

function pointsOf(lon: Float64Array, lat: Float64Array, ids: readonly string[], file: string): Geometry[] {
  return ids.map((id, k) => {
    const [x, y] = [lon[k]!, lat[k]!];
    if (Math.abs(x) <= 180 && Math.abs(y) <= 90) return { type: 'Point', coordinates: [x, y] };
    throw new ProblemError(
      'bad-input',
      `${file}: ${id} lies at ${x}, ${y}; give longitude and latitude in degrees`,
    );
  });
}
