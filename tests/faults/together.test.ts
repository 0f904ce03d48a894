import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../server/database/types.ts';
import { runImport } from '../../server/imports/run.ts';
import type { AreasStep } from '../../server/imports/types.ts';
import { describeOnDatabases } from '../database.ts';
import { refusal, tableStep } from '../server/imports/fixtures.ts';
import { gridStep } from './grid.ts';
import { readState } from './state.ts';

const table = () =>
  tableStep('code,n\nG0,5\n', { level: 'grid', maps: [{ indicator: 'households', column: 'n' }] });

describeOnDatabases('Imports at the same time', open => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });

  it('all end in the release, each with all its rows', async () => {
    const regions = ['one', 'two', 'three', 'four'];
    const results = await Promise.all(
      regions.map(region => runImport(database, { region, message: region, steps: [gridStep(12)] })),
    );
    expect(new Set(results.map(({ release }) => release)).size).toBe(4);
    const state = await readState(database);
    expect(state).toMatchObject({ releases: 4, broken: [] });
    // Whichever came last holds them all: importing any of them again adds nothing.
    for (const region of regions) {
      const again = await runImport(database, { region, message: region, steps: [gridStep(12)] });
      expect(again).toMatchObject({ release: state.current, unchanged: true });
    }
  });

  it('may be for a region that is called as an index of the tables is', async () => {
    for (const region of ['geom', 'pkey', 'code-idx']) {
      const { datasets } = await runImport(database, { region, message: region, steps: [gridStep(2)] });
      expect(datasets[0]?.rowCount).toBe(4);
    }
  });

  it('refuse a table whose areas were replaced while it was checked', async () => {
    await runImport(database, { message: 'areas', steps: [gridStep(3)] });
    const step = await table();
    const { records } = step.file;
    const slow = {
      ...step,
      file: {
        ...step.file,
        async *records() {
          await runImport(database, { message: 'meanwhile', steps: [gridStep(4)] });
          yield* records.call(step.file);
        },
      },
    };
    const problem = await refusal(runImport(database, { message: 'table', steps: [slow] }));
    expect(problem).toMatchObject({ code: 'conflict' });
    expect(problem.message).toContain(
      'areas/grid/2024 of region own changed during the import: import again',
    );
  });

  it('do not stop readers for long: they get answers while areas are read', async () => {
    const step: AreasStep = gridStep(30);
    let answers = 0;
    let running = true;
    const reading = (async () => {
      while (running) {
        await readState(database);
        answers++;
      }
    })();
    await runImport(database, { region: 'busy', message: 'x', steps: [step] });
    running = false;
    await reading;
    expect(answers).toBeGreaterThan(3);
  });
});
