import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import { decodeNetwork, MAX_SENT_BYTES } from '../../core/access/network/format.ts';
import type { WalkingNetwork } from '../../core/access/network/types.ts';
import type { KnownNetwork } from '../../core/access/walking.ts';
import { ProblemError } from '../../core/problem.ts';
import type { Database } from '../database/types.ts';
import { readBytes } from './parts.ts';
import { perDatabase } from './per-database.ts';
import type { OtherItem, Release } from './types.ts';

/** The walking network of a region; null where it has none. */
export function networkItem(release: Release, region: string): OtherItem | null {
  return (
    release.items.find((item): item is OtherItem => item.kind === 'network' && item.region === region) ?? null
  );
}

type Stored = { region: string; datasetVersion: number };

/** How many bytes a stored network has, without reading it; 0 for one of an earlier version of the product. */
export async function networkBytes(database: Database, { region, datasetVersion }: Stored): Promise<number> {
  const { rows } = await sql<{ bytes: number | null }>`
    select sum(length(bytes))::float8 as bytes from network_parts
    where region = ${region} and version = ${datasetVersion}`.execute(database.kysely);
  return rows[0]?.bytes ?? 0;
}

const readParts = (database: Database, stored: Stored): Promise<Buffer> =>
  readBytes(database, 'network_parts', stored);

/** The network of a region with the hash of its version, for computations; null where it has none. */
export async function knownNetwork(
  database: Database,
  release: Release,
  region: string,
): Promise<KnownNetwork | null> {
  const item = networkItem(release, region);
  const columns = item && (await loadNetwork(database, item));
  return item === null || columns === null ? null : { hash: item.hash, columns };
}

/** Networks that are held, by their hash: versions never change. */
const held = perDatabase(() => new LRUCache<string, WalkingNetwork>({ max: 2 }));

export async function loadNetwork(database: Database, item: OtherItem): Promise<WalkingNetwork | null> {
  const networks = held(database);
  const known = networks.get(item.hash);
  if (known !== undefined) return known;
  const bytes = await readParts(database, item);
  if (bytes.length === 0) return null;
  const network = shared(decodeNetwork(bytes));
  networks.set(item.hash, network);
  return network;
}

/** The same columns in memory that threads share, so that a network is sent to one without a copy. */
function shared(network: WalkingNetwork): WalkingNetwork {
  const column = <T extends Int32Array | Uint8Array | Float64Array>(values: T): T => {
    const make = values.constructor as new (buffer: SharedArrayBuffer) => T;
    const copy = new make(new SharedArrayBuffer(values.byteLength));
    copy.set(values);
    return copy;
  };
  return Object.fromEntries(
    Object.entries(network).map(([name, values]) => [name, column(values)]),
  ) as WalkingNetwork;
}

/**
 * The network that the figures of a scenario are walked on, the same on the server as in a browser: none where there is
 * none, or one too large to be sent.
 */
export async function networkForReach(
  database: Database,
  release: Release,
  region: string,
): Promise<KnownNetwork | null> {
  const item = networkItem(release, region);
  if (item === null) return null;
  const bytes = await networkBytes(database, item);
  return bytes === 0 || bytes > MAX_SENT_BYTES ? null : knownNetwork(database, release, region);
}

/**
 * A network as it is stored, by the hash of its version, for a browser.
 * @throws ProblemError not-found, too-large
 */
export async function sentNetwork(database: Database, hash: string): Promise<Buffer> {
  const { rows } = await sql<Stored>`
    select region, id as "datasetVersion" from dataset_versions
    where kind = 'network' and hash = ${hash} order by id limit 1`.execute(database.kysely);
  const [found] = rows;
  const bytes = found === undefined ? 0 : await networkBytes(database, found);
  if (found === undefined || bytes === 0) {
    throw new ProblemError(
      'not-found',
      `There is no walking network "${hash}"; a release names that of each region (/api/v1/releases)`,
    );
  }
  if (bytes > MAX_SENT_BYTES) {
    throw new ProblemError(
      'too-large',
      `The walking network of region "${found.region}" is ${bytes} bytes, and at most ${MAX_SENT_BYTES} are sent; import a smaller area`,
      { limit: MAX_SENT_BYTES, value: bytes },
    );
  }
  return readParts(database, found);
}
