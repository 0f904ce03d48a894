import { isOsm } from '../readers/osm/open.ts';
import type { OpenedFile } from '../readers/types.ts';

/** The id of a source of places where nobody names one: `osm`, or the file's own name without what an id cannot have. */
export function sourceIdOf(file: OpenedFile): string {
  if (isOsm(file)) return 'osm';
  return file.name
    .toLowerCase()
    .replace(/\.[a-z.]+$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
