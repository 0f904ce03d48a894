import { createHash } from 'node:crypto';
import type { DatasetSource } from '../releases/types.ts';

/** SHA-256 of texts, each preceded by its length so that no two lists of texts read the same; hexadecimal. */
export function hashTexts(texts: Iterable<string | number | null>): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text === null ? '-;' : `${String(text).length}:${text};`);
  return hash.digest('hex');
}

/** Order of PostgreSQL's C collation: by code point, which is not JavaScript's order beyond the basic plane. */
export function compareCodes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/**
 * Hash of a dataset version: where it belongs, where it came from and its rows in canonical order. The file's name
 * and hash are part of the source, so a correction that changes nothing but the file is still a version of its own.
 */
export function datasetHash(
  region: string,
  itemKey: string,
  source: DatasetSource,
  sortedRows: Iterable<string | number | null>,
): string {
  function* all() {
    yield region;
    yield itemKey;
    yield source.title;
    yield source.publisher;
    yield source.licence;
    yield source.url;
    yield source.fileName;
    yield source.fileHash;
    yield source.note;
    // Only where there is something, so that versions from before it keep their hash.
    if (source.counts !== undefined) yield `counts ${JSON.stringify(source.counts)}`;
    yield* sortedRows;
  }
  return hashTexts(all());
}

/** Hash of a manifest: its (region, item key, dataset hash) in canonical order. The name of the release. */
export function manifestHash(items: Iterable<{ region: string; key: string; hash: string }>): string {
  const sorted = [...items].sort((a, b) => compareCodes(a.region, b.region) || compareCodes(a.key, b.key));
  return hashTexts(sorted.flatMap(({ region, key, hash }) => [region, key, hash]));
}
