import { joinOutlines, type Outlines, outlinesOf } from '../../core/areas/outlines.ts';
import type { CountsInput } from '../../core/concentration/counts.ts';
import { ProblemError } from '../../core/problem.ts';
import { column } from './columns.ts';
import { numberProblem, parseNumber } from './number.ts';
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
};

export type ReadCounts = CountsInput & {
  hectares: Float64Array | null;
  cityPart: Uint8Array | null;
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
  const columns = { social: [] as number[], total: [] as number[], hectares: [] as number[] };
  const cityPart: number[] = [];
  const pages: Outlines[] = [];
  let page: FileRecord['geometry'][] = [];
  const place = file.spatial ? 'feature' : 'row';
  const turn = (): void => {
    pages.push(outlinesOf(codes.slice(codes.length - page.length), page));
    page = [];
  };
  let names: CountColumns | null = null;
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
    const count = (name: string): number => countOf(properties[name], where(name));
    columns.social.push(count(names.social));
    columns.total.push(count(names.total));
    if (names.hectares !== undefined) columns.hectares.push(count(names.hectares));
    if (names.cityPart !== undefined)
      cityPart.push(partOf(properties[names.cityPart], where(names.cityPart)));
    if (!withOutlines) continue;
    page.push(geometry);
    if (page.length === PAGE_AREAS) turn();
  }
  if (codes.length === 0)
    throw new ProblemError('bad-input', `${file.name} holds no ${place}s; is it the right file?`);
  if (withOutlines) turn();
  return {
    codes,
    group: columns.social,
    total: columns.total,
    hectares: wanted.hectares === undefined ? null : Float64Array.from(columns.hectares),
    cityPart: wanted.cityPart === undefined ? null : Uint8Array.from(cityPart),
    outlines: withOutlines ? joinOutlines(pages) : null,
  };
}

function namesIn(fields: readonly string[], wanted: CountColumns, fileName: string): CountColumns {
  const found = (name: string | undefined) =>
    name === undefined ? undefined : column(fields, name, fileName);
  return {
    id: column(fields, wanted.id, fileName),
    social: column(fields, wanted.social, fileName),
    total: column(fields, wanted.total, fileName),
    hectares: found(wanted.hectares),
    cityPart: found(wanted.cityPart),
  };
}

function countOf(value: unknown, where: string): number {
  const count = parseNumber(value);
  if (count === null) return Number.NaN;
  if (Number.isNaN(count)) throw new ProblemError('bad-input', `${where}: ${numberProblem(value)}`);
  return count;
}

function partOf(value: unknown, where: string): number {
  if (value === true || Number(value) === 1) return 1;
  if (value === false || (Number(value) === 0 && String(value).trim() !== '')) return 0;
  throw new ProblemError('bad-input', `${where}: ${shown(value)} says neither city part (1) nor fringe (0)`);
}
