import { LRUCache } from 'lru-cache';
import type { Joined } from '../../../core/access/network/attach.ts';
import type { KnownNetwork } from '../../../core/access/walking.ts';
import type { Database } from '../../database/types.ts';
import type { Desk } from '../desk.ts';
import { perDatabase } from '../per-database.ts';
import type { LoadedSettlement } from './settlement.ts';

/** Bytes kept in memory; the points of a province, 150,000, take 5 MB. */
const MAX_BYTES = 64 * 1024 * 1024;
const BYTES_A_POINT = 36;

type Wanted = { pool: Desk['computation']; settled: LoadedSettlement; network: KnownNetwork };

const memory = perDatabase(
  () =>
    new LRUCache<string, Joined, Wanted>({
      maxSize: MAX_BYTES,
      sizeCalculation: ({ edge }) => 1000 + BYTES_A_POINT * edge.length,
      ignoreFetchAbort: true,
      fetchMethod: (_key, _stale, { context: { pool, settled, network } }) =>
        pool.run('joinSettlement', [settled.settlement.points, network]),
    }),
);

/** Where a settlement joins a network, from memory when it was looked up before. */
export function loadJoined(
  database: Database,
  pool: Desk['computation'],
  settled: LoadedSettlement,
  network: KnownNetwork,
): Promise<Joined> {
  const context = { pool, settled, network };
  return memory(database).forceFetch(`${settled.settlementKey} ${network.hash}`, { context });
}
