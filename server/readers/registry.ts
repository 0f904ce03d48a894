import { basename, extname } from 'node:path';
import { ProblemError } from '../../core/problem.ts';
import { fileSource, refuseEmpty } from './byte-source.ts';
import { delimited } from './delimited.ts';
import { geojson } from './geojson.ts';
import { osm, startsAsOsmXml, startsAsPbf } from './osm/open.ts';
import { shapefile } from './shapefile.ts';
import type { OpenedFile, Reader, ReadOptions } from './types.ts';
import { xlsx } from './xlsx.ts';
import { listZip } from './zip.ts';
import { isWorkbook, openZipped } from './zipped.ts';

/** Every format that can be read. */
export const readers: readonly Reader[] = [geojson, shapefile, delimited, xlsx, osm];

const HEAD_BYTES = 512;

/** First bytes of formats that are often given by mistake, and what to do with them. */
const FOREIGN: readonly (readonly [start: string, advice: string])[] = [
  [
    '\xd0\xcf\x11\xe0',
    'is an old Excel file (.xls) or a workbook with a password; save it as .xlsx without one, or as CSV',
  ],
  ['SQLite format 3\0', 'is a GeoPackage or another SQLite file; export the layer as GeoJSON or shapefile'],
  ['\x1f\x8b', 'is compressed with gzip; unpack it first'],
  ['%PDF', 'is a PDF; ask the publisher for the table or the map behind it'],
];

/**
 * Opens a file of any known format, alone or in a zip. The first bytes decide where they can (zip, workbook,
 * shapefile, JSON), the extension where they cannot.
 * @throws ProblemError not-found, bad-input (empty, unknown format: the message lists the known ones), too-large
 */
export async function openFile(path: string, options: ReadOptions = {}): Promise<OpenedFile> {
  const source = await fileSource(path, options);
  refuseEmpty(source);
  const head = (await source.head(HEAD_BYTES)).toString('latin1');
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) {
    const workbook = isWorkbook(await listZip(path, source.name, options));
    return workbook ? xlsx.open(path, options) : openZipped(path, source.name, options);
  }
  const foreign = FOREIGN.find(([start]) => head.startsWith(start));
  if (foreign) throw unknownFormat(source.name, foreign[1]);
  if (startsAsPbf(head) || startsAsOsmXml(head)) return osm.open(path, options);
  return readerFor(path, head).open(path, options);
}

function readerFor(path: string, head: string): Reader {
  const extension = extname(path).toLowerCase();
  const byExtension = readers.find(reader => reader.extensions.includes(extension));
  const name = basename(path);
  if (extension === '.zip' || byExtension === xlsx) {
    throw unknownFormat(
      name,
      `is not a ${extension} file, whatever its name says; download or export it again`,
    );
  }
  if (['.dbf', '.shx', '.prj', '.cpg'].includes(extension)) {
    throw unknownFormat(
      name,
      `is one part of a shapefile; give ${basename(path, extname(path))}.shp beside it`,
    );
  }
  if (head.startsWith('\0\0\x27\x0a') && byExtension !== shapefile) {
    throw unknownFormat(name, 'is a shapefile under another name; call it .shp and keep its .dbf beside it');
  }
  // A .txt or a file without an extension may well be JSON; a table never starts like this.
  if (/^(?:\xef\xbb\xbf)?\s*(?:\{\s*"|\[\s*\{)/.test(head)) return geojson;
  if (byExtension === undefined)
    throw unknownFormat(name, `has an unknown format (${extension || 'no extension'})`);
  return byExtension;
}

function unknownFormat(name: string, sentence: string): ProblemError {
  const known = readers.map(reader => `${reader.title} (${reader.extensions.join(' ')})`).join(', ');
  return new ProblemError(
    'bad-input',
    `${name}: ${sentence}. Known formats: ${known}, and each but the workbook and OpenStreetMap in a .zip`,
    {
      file: name,
      formats: readers.map(reader => reader.id),
    },
  );
}
