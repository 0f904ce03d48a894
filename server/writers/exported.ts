import { Readable } from 'node:stream';
import type { DatasetSource, Region, Release } from '../releases/types.ts';
import type { ExportTable, Provenance, Writer } from './types.ts';

/** A file on its way: the same for the API and the command line. */
export type Exported = { contentType: string; fileName: string; stream: Readable };

/** Characters gathered before they are passed on. */
const PIECE_CHARACTERS = 64 * 1024;

/** Starts writing a table; an error of the database while it is read destroys the stream. */
export function exported(writer: Writer, name: string, table: ExportTable): Exported {
  return {
    contentType: writer.contentType,
    fileName: `${name.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.${writer.extension}`,
    stream: Readable.from(inPieces(writer.write(table)), { objectMode: false }),
  };
}

/** What travels with every file about where it comes from. */
export function provenanceOf(
  release: Release,
  region: Region,
  sources: readonly DatasetSource[],
  about: Partial<Pick<Provenance, 'level' | 'vintage' | 'year'>> = {},
): Provenance {
  return {
    release: release.hash,
    region: region.id,
    level: about.level ?? null,
    vintage: about.vintage ?? null,
    year: about.year ?? null,
    source: distinct(sources.map(sourceText)).join('; '),
    licence: distinct(sources.flatMap(source => source.licence ?? [])).join('; ') || null,
    date: release.createdAt.slice(0, 10),
    synthetic: region.synthetic,
  };
}

/** A dataset's source on one line: title and publisher. */
function sourceText({ title, publisher }: DatasetSource): string {
  return publisher === null ? title : `${title} (${publisher})`;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

async function* inPieces(written: AsyncIterable<string | Uint8Array>): AsyncGenerator<string | Uint8Array> {
  let piece = '';
  for await (const part of written) {
    if (typeof part !== 'string') {
      yield part;
      continue;
    }
    piece += part;
    if (piece.length < PIECE_CHARACTERS) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
