import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { findPostgres, startCluster } from './cluster.ts';

const programs = findPostgres();

/** The number of a process that has ended. */
function endedProcess(): number {
  return spawnSync('true').pid;
}

describe.skipIf(programs === null)('a test cluster', () => {
  it('starts over what a killed run left: the folder of a server that is gone is removed', async () => {
    const left = mkdtempSync(join(tmpdir(), `buurtbalans-test-postgres-${endedProcess()}-`));
    mkdirSync(join(left, 'data'));
    writeFileSync(join(left, 'data', 'postmaster.pid'), `${endedProcess()}\n${join(left, 'data')}\n`);
    const cluster = await startCluster(programs!);
    try {
      expect(existsSync(left)).toBe(false);
      const client = new pg.Client({ connectionString: cluster.url });
      await client.connect();
      expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
      await client.end();
    } finally {
      cluster.stop();
    }
  });
});
