import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { Readable } from 'node:stream';
import { openShp } from 'shapefile';
import { ProblemError } from '../../core/problem.ts';
import { type ByteSource, fileSource, readAll, refuseEmpty } from './byte-source.ts';
import { encodingOfCpg, openDbf } from './dbf.ts';
import { cleanGeometry } from './geometry.ts';
import { checkByteCount, checkRecordCount, resolveLimits } from './limits.ts';
import { epsgOfPrj } from './prj.ts';
import { decodeText } from './text-repair.ts';
import type { FileRecord, OpenedFile, Reader, ReadOptions } from './types.ts';

const HEADER_BYTES = 100;
const FILE_CODE = 9994;
/** A .prj or .cpg is a line of text. */
const MAX_SIDECAR_BYTES = 2 ** 16;
const READ_AHEAD_BYTES = 2 ** 20;

export type ShapefileParts = {
  shp: ByteSource;
  dbf: ByteSource | null;
  prj: ByteSource | null;
  cpg: ByteSource | null;
};

export const shapefile: Reader = {
  id: 'shapefile',
  title: 'Shapefile',
  extensions: ['.shp'],
  open: async (path, options) => openShapefile(await partsBeside(path, options), options, basename(path)),
};

/** Finds .dbf, .prj and .cpg beside a .shp, whatever the case of their extension. */
async function partsBeside(path: string, options: ReadOptions): Promise<ShapefileParts> {
  const shp = await fileSource(path, options);
  const folder = dirname(path);
  const stem = basename(path, extname(path)).toLowerCase();
  const names = await readdir(folder);
  const part = async (extension: string): Promise<ByteSource | null> => {
    const found = names.find(name => name.toLowerCase() === stem + extension);
    return found === undefined ? null : fileSource(join(folder, found), options);
  };
  return { shp, dbf: await part('.dbf'), prj: await part('.prj'), cpg: await part('.cpg') };
}

/**
 * A shapefile out of its parts (Esri, "Shapefile Technical Description", 1998). Coordinates stay in the file's own
 * system: the .prj only names it.
 * @throws ProblemError bad-input: no .dbf, not a shapefile, cut off
 */
export async function openShapefile(
  parts: ShapefileParts,
  options: ReadOptions,
  name: string,
): Promise<OpenedFile> {
  const { shp, dbf } = parts;
  if (dbf === null) {
    throw new ProblemError(
      'bad-input',
      `${shp.name}: its .dbf is missing; give .shp, .dbf, .shx and .prj together`,
    );
  }
  refuseEmpty(shp);
  refuseEmpty(dbf);
  checkByteCount(shp.name, shp.size + dbf.size, resolveLimits(options));
  await checkShpHeader(shp);
  const cpg = await sidecarText(parts.cpg);
  const prj = await sidecarText(parts.prj);
  const table = await openDbf(dbf, cpg === null ? null : encodingOfCpg(cpg));
  return {
    format: 'shapefile',
    name,
    declaredEpsg: prj === null ? null : epsgOfPrj(prj),
    spatial: true,
    records: () => readRecords(shp, table, options),
  };
}

async function* readRecords(
  shp: ByteSource,
  table: Awaited<ReturnType<typeof openDbf>>,
  options: ReadOptions,
): AsyncGenerator<FileRecord, void, undefined> {
  const limits = resolveLimits(options);
  const { onProgress } = options;
  // The package turns an error of its stream into a rejection that nobody can catch: so the stream just ends, and
  // the error is thrown here.
  let failure: unknown = null;
  async function* quietChunks() {
    try {
      yield* shp.chunks(onProgress && (read => onProgress(read, shp.size)));
    } catch (cause) {
      failure = cause;
    }
  }
  const bytes = Readable.from(quietChunks(), { objectMode: false, highWaterMark: READ_AHEAD_BYTES });
  let number = 0;
  try {
    const shapes = await openShp(bytes);
    for await (const properties of table.rows()) {
      number++;
      checkRecordCount(shp.name, number, limits);
      const shape = await shapes.read();
      if (failure !== null) throw failure;
      if (shape.done) {
        throw new ProblemError(
          'bad-input',
          `${shp.name}: has ${number - 1} shapes and its .dbf ${table.recordCount} records; export it again`,
        );
      }
      if (properties === null) continue;
      yield { number, properties, geometry: cleanGeometry(shape.value, `${shp.name}: feature ${number}`) };
    }
    const rest = await shapes.read();
    if (failure !== null) throw failure;
    if (!rest.done) {
      throw new ProblemError(
        'bad-input',
        `${shp.name}: has more shapes than its .dbf has records (${number}); export it again`,
      );
    }
  } catch (cause) {
    if (failure !== null) throw failure;
    if (cause instanceof ProblemError || options.signal?.aborted) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ProblemError(
      'bad-input',
      `${shp.name}: feature ${number} cannot be read (${reason}); copy or export the shapefile again`,
      { feature: number },
      cause,
    );
  } finally {
    bytes.destroy();
  }
}

async function checkShpHeader(shp: ByteSource): Promise<void> {
  const head = await shp.head(HEADER_BYTES);
  if (head.length < HEADER_BYTES || head.readInt32BE(0) !== FILE_CODE) {
    throw new ProblemError(
      'bad-input',
      `${shp.name}: is not a shapefile (its first bytes are not those of a .shp)`,
    );
  }
  // The header gives the length of the file in 16-bit words.
  const announced = head.readUInt32BE(24) * 2;
  if (announced > shp.size) {
    throw new ProblemError(
      'bad-input',
      `${shp.name}: is cut off: it announces ${announced} bytes and has ${shp.size}; copy or download it again`,
    );
  }
}

async function sidecarText(source: ByteSource | null): Promise<string | null> {
  if (source === null || source.size > MAX_SIDECAR_BYTES) return null;
  return decodeText(await readAll(source));
}
