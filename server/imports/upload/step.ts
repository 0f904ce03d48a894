import { ProblemError } from '../../../core/problem.ts';
import { fileHash } from '../../readers/hash.ts';
import { isOsm } from '../../readers/osm/open.ts';
import { openFile } from '../../readers/registry.ts';
import type { OpenedFile } from '../../readers/types.ts';
import type { DatasetSource } from '../../releases/types.ts';
import { OSM_SOURCE } from '../../sources/osm/source.ts';
import { sourceIdOf } from '../source-id.ts';
import type { FacilityMap, ImportStep } from '../types.ts';
import type { Upload } from './types.ts';

/** Roles of a column that are not attributes. */
const ROLES = ['key', 'name', 'functions', 'area', 'lon', 'lat'] as const;

/**
 * A file that was sent as a step of an import.
 * @throws ProblemError as `openFile`, and `bad-parameter` where it cannot be known what the places are for.
 */
export async function stepOf(path: string, upload: Upload, signal: AbortSignal): Promise<ImportStep> {
  const file = await openFile(path, { signal });
  const source: DatasetSource = {
    ...{ title: isOsm(file) ? 'OpenStreetMap' : file.name, publisher: null, licence: null, url: null },
    ...(isOsm(file) ? OSM_SOURCE : {}),
    ...{ fileName: file.name, fileHash: await fileHash(path, signal), note: null },
  };
  const epsg = upload.epsg === null ? {} : { epsg: upload.epsg };
  if (upload.kind === 'network') return { kind: 'network', file, source, ...epsg };
  if (upload.kind === 'homes') {
    const { weight, lon, lat } = upload.columns;
    const map = { ...(weight && { weight }), ...(lon && { lon }), ...(lat && { lat }) };
    return { kind: 'homes', file, source, map, ...epsg, ...(upload.basis && { basis: upload.basis }) };
  }
  return {
    kind: 'facilities',
    ...{ file, source, ...epsg },
    sourceId: upload.sourceId ?? sourceIdOf(file),
    map: mapOf(file, upload),
  };
}

function mapOf(file: OpenedFile, { publisher, columns, functions }: Upload): FacilityMap | string {
  if (publisher !== null) return publisher;
  if (isOsm(file)) return 'osm';
  if (columns.functions === undefined && functions.length === 0) {
    throw new ProblemError(
      'bad-parameter',
      `${file.name} does not say what its places are for; choose one or more functions, such as play, or name the column that says it`,
      { parameter: 'function' },
    );
  }
  const roles: Record<string, string> = {};
  const attributes: Record<string, string> = {};
  for (const [name, column] of Object.entries(columns)) {
    if ((ROLES as readonly string[]).includes(name)) roles[name] = column;
    else attributes[name] = column;
  }
  return {
    ...roles,
    ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
    ...(functions.length > 0 ? { defaultFunctions: functions } : {}),
  };
}
