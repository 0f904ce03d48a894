import { joinOutlines, type Outlines, outlinesOf } from '../../core/areas/outlines.ts';
import type { CountsInput } from '../../core/concentration/counts.ts';
import { ProblemError } from '../../core/problem.ts';
import { createCellReader, inferDecimal } from '../imports/cells.ts';
import { column } from './columns.ts';
import type { DecimalSign } from './number.ts';
import { shown } from './shown.ts';
import type { FileRecord, OpenedFile } from './types.ts';

export type CountColumns = {
  id: string;
  social: string;
  total: string;
  /** Surface of the area in hectares. */
  hectares?: string | undefined;
  /** 1 for the city part, 0 for the fringe. */
  cityPart?: string | undefined;
  /** The most new dwellings there is room for; blank for no limit. */
  capacity?: string | undefined;
  /** Any figure of the area, such as the metres to a place to play. */
  figure?: string | undefined;
  /** Name of the whole that the area is part of, such as its municipality. */
  partOf?: string | undefined;
  /** Further texts that mean "missing". */
  missing?: readonly string[] | undefined;
  /** Sign before decimals, where the numbers of a column leave it open. */
  decimal?: DecimalSign | undefined;
};

type ColumnNames = Pick<
  CountColumns,
  'id' | 'social' | 'total' | 'hectares' | 'cityPart' | 'capacity' | 'figure' | 'partOf'
>;

export type ReadCounts = CountsInput & {
  hectares: Float64Array | null;
  cityPart: Uint8Array | null;
  /** NaN where the cell is blank. */
  capacity: Float64Array | null;
  figure: Float64Array | null;
  partOf: string[] | null;
  /** In the coordinates of the file; null unless they were asked for. */
  outlines: Outlines | null;
};

/** Areas whose polygons are turned into columns at once. */
const PAGE_AREAS = 500;

/**
 * Social dwellings and all dwellings per area, straight from a file, with the polygons where they are wanted; a blank
 * cell is a missing count (NaN).
 * @throws ProblemError `bad-input` naming the row or feature and the value: no such column, an empty code, a text
 *   where a number belongs, a geometry that is no polygon; or when the file has no rows.
 */
export async function readCounts(
  file: OpenedFile,
  wanted: CountColumns,
  withOutlines = false,
): Promise<ReadCounts> {
  const codes: string[] = [];
  const cells = { social: [], total: [], hectares: [], capacity: [], figure: [] } as Record<
    Counted,
    PlacedCell[]
  >;
  const cityPart: number[] = [];
  const parts: string[] = [];
  const pages: Outlines[] = [];
  let page: FileRecord['geometry'][] = [];
  const place = file.spatial ? 'feature' : 'row';
  const turn = (): void => {
    pages.push(outlinesOf(codes.slice(codes.length - page.length), page));
    page = [];
  };
  let names: ColumnNames | null = null;
  for await (const { number, properties, geometry } of file.records()) {
    names ??= namesIn(Object.keys(properties), wanted, file.name);
    const code = String(properties[names.id] ?? '').trim();
    if (code === '') {
      throw new ProblemError(
        'bad-input',
        `${file.name}: ${place} ${number} has no ${wanted.id}; give every area a code`,
      );
    }
    codes.push(code);
    const where = (name: string): string => `${file.name}: ${place} ${number} (${code}), ${name}`;
    const cell = (name: string): PlacedCell => ({ value: properties[name], number, code });
    cells.social.push(cell(names.social));
    cells.total.push(cell(names.total));
    if (names.hectares !== undefined) cells.hectares.push(cell(names.hectares));
    if (names.capacity !== undefined) cells.capacity.push(cell(names.capacity));
    if (names.figure !== undefined) cells.figure.push(cell(names.figure));
    if (names.partOf !== undefined) parts.push(String(properties[names.partOf] ?? '').trim());
    if (names.cityPart !== undefined)
      cityPart.push(partOf(properties[names.cityPart], where(names.cityPart)));
    if (!withOutlines) continue;
    page.push(geometry);
    if (page.length === PAGE_AREAS) turn();
  }
  if (codes.length === 0)
    throw new ProblemError('bad-input', `${file.name} holds no ${place}s; is it the right file?`);
  if (withOutlines) turn();
  const counted = (column: Counted, name: string): Float64Array =>
    numbersOf(cells[column], { file: file.name, place, name, ...wanted });
  return {
    codes,
    group: counted('social', wanted.social),
    total: counted('total', wanted.total),
    hectares: wanted.hectares === undefined ? null : counted('hectares', wanted.hectares),
    capacity: wanted.capacity === undefined ? null : counted('capacity', wanted.capacity),
    figure: wanted.figure === undefined ? null : counted('figure', wanted.figure),
    partOf: wanted.partOf === undefined ? null : parts,
    cityPart: wanted.cityPart === undefined ? null : Uint8Array.from(cityPart),
    outlines: withOutlines ? joinOutlines(pages) : null,
  };
}

function namesIn(fields: readonly string[], wanted: CountColumns, fileName: string): ColumnNames {
  const found = (name: string | undefined) =>
    name === undefined ? undefined : column(fields, name, fileName);
  return {
    id: column(fields, wanted.id, fileName),
    social: column(fields, wanted.social, fileName),
    total: column(fields, wanted.total, fileName),
    hectares: found(wanted.hectares),
    cityPart: found(wanted.cityPart),
    capacity: found(wanted.capacity),
    figure: found(wanted.figure),
    partOf: found(wanted.partOf),
  };
}

type Counted = 'social' | 'total' | 'hectares' | 'capacity' | 'figure';
type PlacedCell = { value: unknown; number: number; code: string };

/** A column as numbers, read as `import table` reads it: the sign before decimals is that of the whole column. */
function numbersOf(
  column: readonly PlacedCell[],
  about: { file: string; place: string; name: string } & Pick<CountColumns, 'missing' | 'decimal'>,
): Float64Array {
  const { file, place, name, missing = [], decimal } = about;
  const read = createCellReader(missing, decimal ?? inferDecimal(column.map(cell => cell.value)));
  return Float64Array.from(column, ({ value, number, code }) => {
    const cell = read(value);
    if (cell.status !== 'problem') return cell.value ?? Number.NaN;
    throw new ProblemError('bad-input', `${file}: ${place} ${number} (${code}), ${name}: ${cell.message}`);
  });
}

function partOf(value: unknown, where: string): number {
  if (value === true || Number(value) === 1) return 1;
  if (value === false || (Number(value) === 0 && String(value).trim() !== '')) return 0;
  throw new ProblemError('bad-input', `${where}: ${shown(value)} says neither city part (1) nor fringe (0)`);
}
