import { ProblemError } from '../../../core/problem.ts';
import { fileSource, refuseEmpty } from '../byte-source.ts';
import type { OpenedFile, Reader, ReadOptions } from '../types.ts';
import type { OsmElement } from './elements.ts';
import { readOsmPbf } from './pbf.ts';
import { readOsmXml } from './xml.ts';

/** An OpenStreetMap file: elements that refer to one another, of which the import makes places or a network. */
export type OsmFile = OpenedFile & {
  /** Streams the elements in batches, in the order of the file; may be called more than once. */
  elements(): AsyncGenerator<readonly OsmElement[], void, undefined>;
};

/** Whether a file starts as OSM PBF does: a length, and a header that names its type. */
export const startsAsPbf = (head: string): boolean => head.slice(4, 32).includes('OSMHeader');

/** Whether a text starts as OSM XML does. */
export const startsAsOsmXml = (head: string): boolean =>
  /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<osm[\s>]/s.test(head);

export const osm: Reader = {
  id: 'osm',
  title: 'OpenStreetMap',
  extensions: ['.osm', '.pbf'],
  open: (path, options) => openOsm(path, options),
};

export function isOsm(file: OpenedFile): file is OsmFile {
  return 'elements' in file;
}

/**
 * Opens OSM XML (.osm) or OSM PBF (.osm.pbf), told apart by the first bytes.
 * @throws ProblemError not-found, bad-input, too-large
 */
export async function openOsm(path: string, options: ReadOptions = {}): Promise<OsmFile> {
  const source = await fileSource(path, options);
  refuseEmpty(source);
  const head = (await source.head(32)).toString('latin1');
  const read = /^(?:\xef\xbb\xbf)?\s*</.test(head) ? readOsmXml : readOsmPbf;
  return {
    format: 'osm',
    name: source.name,
    declaredEpsg: 4326,
    spatial: true,
    elements: () => read(source, options),
    // biome-ignore lint/correctness/useYield: what is asked for does not exist
    async *records() {
      throw new ProblemError(
        'bad-input',
        `${source.name}: is OpenStreetMap data, which holds no areas or tables; import it as a network or as places`,
        { file: source.name },
      );
    },
  };
}
