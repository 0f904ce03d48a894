import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../../server/database/types.ts';

import { runImport } from '../../../server/imports/run.ts';
import { chooseRelease, listReleases } from '../../../server/releases/catalogue.ts';
import { describeOnDatabases } from '../../database.ts';
import {
  areasStep,
  block,
  collection,
  footprint,
  refusal,
  storedAreas,
  storedValues,
  tableStep,
} from './fixtures.ts';

const SHARE = 'values/social_share/sector/2024/2023';

describeOnDatabases('Releases', open => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });

  it('adds a release for every import, keeps the older ones, and goes back to one without copying a row', async () => {
    const areas = await runImport(database, {
      message: 'areas',
      steps: [await areasStep(collection(block()))],
    });
    const first = await runImport(database, {
      message: 'first',
      steps: [await tableStep('code,social,dwellings\nA1,1,4\n')],
    });
    const second = await runImport(database, {
      message: 'second',
      steps: [await tableStep('code,social,dwellings\nA1,2,4\n')],
    });
    const releases = await listReleases(database);
    expect(
      releases.map(({ hash, parentHash, message, current }) => [hash, parentHash, message, current]),
    ).toEqual([
      [second.release, first.release, 'second', true],
      [first.release, areas.release, 'first', false],
      [areas.release, null, 'areas', false],
    ]);

    const before = await footprint(database);
    await chooseRelease(database, first.release);
    expect(await storedValues(database, SHARE)).toMatchObject([{ numerator: 1 }]);
    expect(await footprint(database)).toEqual({ ...before, current: first.release });
    // Importing what a later release already had serves that release again.
    const again = await runImport(database, {
      message: 'again',
      steps: [await tableStep('code,social,dwellings\nA1,2,4\n')],
    });
    expect(again.release).toBe(second.release);
    expect(await footprint(database)).toEqual(before);
  });

  it('does not serve a release that does not exist', async () => {
    expect((await refusal(chooseRelease(database, 'f00d'))).code).toBe('not-found');
  });

  it('takes several files as one release, or none of them', async () => {
    const before = await footprint(database);
    const areas = await areasStep(collection(block()));
    const bad = await tableStep('code,social,dwellings\nA1,one,4\n');
    await refusal(runImport(database, { region: 'whole', message: 'x', steps: [areas, bad] }));
    expect(await footprint(database)).toEqual(before);
    const steps = [await areasStep(collection(block())), await tableStep('code,social,dwellings\nA1,1,4\n')];
    const result = await runImport(database, { region: 'whole', message: 'x', steps });
    expect(result.datasets.map(({ itemKey }) => itemKey)).toEqual(['areas/sector/2024', SHARE]);
    expect(await footprint(database)).toMatchObject({ releases: (before.releases as number) + 1 });
  });

  it('keeps regions apart: a new table in one leaves the other as it was', async () => {
    await runImport(database, {
      region: 'left',
      message: 'x',
      steps: [await areasStep(collection(block()))],
    });
    await runImport(database, {
      region: 'right',
      message: 'x',
      steps: [await areasStep(collection(block().slice(2)))],
    });
    expect(await storedAreas(database, 'areas/sector/2024', 'left')).toHaveLength(4);
    expect(await storedAreas(database, 'areas/sector/2024', 'right')).toHaveLength(2);
  });

  it('stops when asked to, and leaves nothing behind', async () => {
    const before = await footprint(database);
    const stop = new AbortController();
    const steps = [await areasStep(collection(block().slice(1)))];
    const work = runImport(
      database,
      { message: 'x', steps },
      { signal: stop.signal, onProgress: () => stop.abort() },
    );
    await expect(work).rejects.toThrow(/abort/i);
    expect(await footprint(database)).toEqual(before);
  });

  it('gives the same hash on both databases', async () => {
    const steps = [
      await areasStep(collection(block()), { parentColumn: 'town' }),
      await tableStep('code,social,dwellings\nA1,1,4\n'),
    ];
    const result = await runImport(database, { region: 'hash', message: 'x', steps });
    hashes.push(result.datasets.map(({ hash }) => hash).join());
    expect(new Set(hashes).size).toBe(1);
  });
});

const hashes: string[] = [];
