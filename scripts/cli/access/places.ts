import type { AccessPlace } from '../../../core/access/places.ts';
import { ProblemError } from '../../../core/problem.ts';
import type { DecimalSign } from '../../../server/readers/number.ts';
import { readPlaced } from '../../../server/readers/placed.ts';
import { openFile } from '../../../server/readers/registry.ts';

export type PlaceOptions = {
  placeId: string;
  functions?: string;
  area?: string;
  capacity?: string;
  staff?: string;
  lon: string;
  lat: string;
  crs?: number;
  missing?: string[];
  decimal?: DecimalSign;
};

/** Places of a file; without a column of functions each has the functions that are asked about. */
export async function readPlaces(
  path: string,
  options: PlaceOptions,
  asked: readonly string[],
): Promise<AccessPlace[]> {
  const { placeId, functions, area, capacity, staff, ...columns } = options;
  const file = await openFile(path);
  const { ids, geometries, numbers, texts } = await readPlaced(file, {
    ...columns,
    id: placeId,
    numbers: { area, capacity, staff },
    texts: { functions },
  });
  const known = (column: Float64Array | undefined, k: number): number | null =>
    column === undefined || Number.isNaN(column[k]) ? null : column[k]!;
  const places = ids.map((id, k) => ({
    id,
    functions: functionsAt(texts.functions, k) ?? asked,
    areaM2: known(numbers.area, k),
    capacity: known(numbers.capacity, k),
    staff: known(numbers.staff, k),
    ages: null,
    geometry: geometries[k]!,
  }));
  const empty = places.find(({ areaM2 }) => areaM2 === 0);
  if (empty !== undefined)
    throw new ProblemError('bad-input', `${file.name}: ${empty.id} has a surface of 0; leave the cell blank`);
  return places;
}

/** The functions in a cell of a column, a comma between them; null where there is no such column. */
export function functionsAt(column: readonly string[] | undefined, k: number): string[] | null {
  return column === undefined ? null : column[k]!.split(',').map(word => word.trim());
}
