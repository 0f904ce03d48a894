import { ProblemError } from '../../../core/problem.ts';
import type { Quota } from '../../../core/spreading/types.ts';
import { column } from '../../../server/readers/columns.ts';
import type { OpenedFile } from '../../../server/readers/types.ts';
import { readDecimal } from '../options.ts';

/** The areas by what they are part of. */
export type Parts = { codes: readonly string[]; partOf: readonly string[] | null };

type Row = { place: string; quota: string; area: string | null; min: number | null; max: number | null };

/**
 * Quotas from a table with the columns quota, min and max, a blank cell for no bound. With `partOf` a quota holds for
 * the areas that are part of it; without, a column area names them, a row each, and the bounds stand in any of its rows.
 * @throws ProblemError `bad-input` naming the row and the value.
 */
export async function readQuotas(file: OpenedFile, { codes, partOf }: Parts): Promise<Quota[]> {
  const places = new Map(codes.map((code, place) => [code, place]));
  const members = Map.groupBy(codes.keys(), area => partOf?.[area] ?? '');
  const quotas = new Map<string, { areas: number[]; min: number | null; max: number | null }>();
  for await (const row of rowsOf(file, partOf === null)) {
    const known = quotas.get(row.quota);
    if (known !== undefined && partOf !== null) {
      throw new ProblemError('bad-input', `${row.place}: quota ${row.quota} stands there twice`);
    }
    const quota = known ?? { areas: [...(members.get(row.quota) ?? [])], min: null, max: null };
    if (partOf === null) quota.areas.push(areaOf(row, places));
    else if (quota.areas.length === 0) {
      throw new ProblemError('bad-input', `${row.place}: no area of the file is part of ${row.quota}`);
    }
    quota.min = agreed(row, 'min', quota.min);
    quota.max = agreed(row, 'max', quota.max);
    quotas.set(row.quota, quota);
  }
  return [...quotas].map(([id, { areas, min, max }]) => ({
    id,
    areas: Int32Array.from(areas),
    min: min ?? 0,
    max: max ?? Infinity,
  }));
}

async function* rowsOf(file: OpenedFile, withArea: boolean): AsyncGenerator<Row> {
  for await (const { number, properties } of file.records()) {
    const place = `${file.name}: row ${number}`;
    const text = (name: string): string =>
      String(properties[column(Object.keys(properties), name, file.name)] ?? '').trim();
    const count = (name: string): number | null => {
      const cell = text(name);
      if (cell === '') return null;
      const value = readDecimal(cell);
      if (Number.isInteger(value) && value >= 0) return value;
      throw new ProblemError('bad-input', `${place}, ${name}: "${cell}" is no whole number from 0 up`);
    };
    const quota = text('quota');
    if (quota === '') throw new ProblemError('bad-input', `${place} has no quota; give it a name`);
    yield { place, quota, area: withArea ? text('area') : null, min: count('min'), max: count('max') };
  }
}

function areaOf({ place, area }: Row, places: ReadonlyMap<string, number>): number {
  const found = places.get(area ?? '');
  if (found !== undefined) return found;
  throw new ProblemError('bad-input', `${place}: there is no area "${area}" in the file with areas`);
}

function agreed(row: Row, bound: 'min' | 'max', known: number | null): number | null {
  const given = row[bound];
  if (given === null || known === null || given === known) return given ?? known;
  throw new ProblemError(
    'bad-input',
    `${row.place}: quota ${row.quota} has a ${bound} of ${given} here and of ${known} before; give one`,
  );
}
