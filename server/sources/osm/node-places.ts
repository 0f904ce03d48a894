import type { Position } from 'geojson';
import type { OsmFile } from '../../readers/osm/open.ts';
import type { GrowingColumn } from './growing.ts';

/** Where a node lies, degrees; null for one that the file does not hold. */
export type NodePlaces = (id: number) => Position | null;

/** Reads a file once for where some nodes lie, in columns: a province has millions of them. */
export async function nodePlaces(file: OsmFile, needed: GrowingColumn): Promise<NodePlaces> {
  const ids = sortedOnce(needed);
  const lon = new Float64Array(ids.length).fill(Number.NaN);
  const lat = new Float64Array(ids.length).fill(Number.NaN);
  if (ids.length > 0)
    for await (const batch of file.elements()) {
      for (const element of batch) {
        if (element.type !== 'node') continue;
        const at = positionIn(ids, element.id);
        if (at < 0) continue;
        lon[at] = element.lon;
        lat[at] = element.lat;
      }
    }
  return id => {
    const at = positionIn(ids, id);
    return at < 0 || Number.isNaN(lon[at]) ? null : [lon[at]!, lat[at]!];
  };
}

/** The numbers of a column in rising order, each once. */
export function sortedOnce(column: GrowingColumn): Float64Array {
  const sorted = column.values().slice().sort();
  let count = 0;
  for (let i = 0; i < sorted.length; i++)
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[count++] = sorted[i]!;
  return sorted.slice(0, count);
}

/** Position of a number in a rising column; −1 where it is not. */
export function positionIn(column: Float64Array, value: number): number {
  let low = 0;
  let high = column.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = column[middle]!;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
