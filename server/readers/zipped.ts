import { extname } from 'node:path';
import type { Entry } from 'yauzl';
import { ProblemError } from '../../core/problem.ts';
import type { ByteSource } from './byte-source.ts';
import { delimited, openDelimited } from './delimited.ts';
import { geojson, openGeojson } from './geojson.ts';
import { openShapefile, shapefile } from './shapefile.ts';
import type { OpenedFile, ReadOptions } from './types.ts';
import { xlsx } from './xlsx.ts';
import { listZip, zipEntrySource } from './zip.ts';

/** True when the entries are those of an Excel workbook, which is a zip itself. */
export function isWorkbook(entries: readonly Entry[]): boolean {
  return entries.some(entry => entry.fileName === 'xl/workbook.xml');
}

/**
 * Opens the one data file of a zip where it is, without unpacking it to disk: a shapefile or a GeoJSON file, else a
 * .csv, else a .txt (so that a readme does not get in the way).
 * @throws ProblemError bad-input when there is none or more than one to choose from
 */
export async function openZipped(path: string, name: string, options: ReadOptions): Promise<OpenedFile> {
  const entries = await listZip(path, name, options);
  const entry = chooseEntry(entries, name);
  const source = (found: Entry): ByteSource => zipEntrySource(path, name, found, options);
  if (hasExtension(entry, shapefile.extensions)) {
    const stem = entry.fileName.slice(0, -extname(entry.fileName).length).toLowerCase();
    const part = (extension: string): ByteSource | null => {
      const found = entries.find(other => other.fileName.toLowerCase() === stem + extension);
      return found === undefined ? null : source(found);
    };
    const parts = { shp: source(entry), dbf: part('.dbf'), prj: part('.prj'), cpg: part('.cpg') };
    return openShapefile(parts, options, name);
  }
  return hasExtension(entry, geojson.extensions)
    ? openGeojson(source(entry), options, name)
    : openDelimited(source(entry), options, name);
}

function chooseEntry(entries: readonly Entry[], name: string): Entry {
  const ranks = [
    [...shapefile.extensions, ...geojson.extensions],
    delimited.extensions.filter(extension => extension !== '.txt'),
    ['.txt'],
  ];
  for (const extensions of ranks) {
    const found = entries.filter(entry => hasExtension(entry, extensions));
    if (found.length === 1) return found[0]!;
    if (found.length > 1) {
      throw new ProblemError(
        'bad-input',
        `${name}: holds ${found.length} data files (${listed(found)}); unzip it and give one`,
        {
          file: name,
        },
      );
    }
  }
  if (entries.some(entry => hasExtension(entry, xlsx.extensions))) {
    throw new ProblemError(
      'bad-input',
      `${name}: holds a workbook (${listed(entries)}); unzip it and give the .xlsx`,
    );
  }
  const sentence =
    entries.length === 0
      ? 'is an empty zip'
      : `holds no GeoJSON, shapefile or CSV (it holds ${listed(entries)})`;
  throw new ProblemError('bad-input', `${name}: ${sentence}; zip the data file again`, { file: name });
}

function hasExtension(entry: Entry, extensions: readonly string[]): boolean {
  return extensions.includes(extname(entry.fileName).toLowerCase());
}

function listed(entries: readonly Entry[]): string {
  const names = entries.slice(0, 5).map(entry => entry.fileName);
  return entries.length > names.length
    ? `${names.join(', ')} and ${entries.length - names.length} more`
    : names.join(', ');
}
