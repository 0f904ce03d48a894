import { ProblemError } from '../core/problem.ts';
import { buildApp } from './app.ts';
import { openDatabase } from './database/open.ts';
import type { DatabaseHooks } from './database/types.ts';
import { runImport } from './imports/run.ts';
import { makeReachAhead } from './releases/access/ahead.ts';
import { currentRelease } from './releases/catalogue.ts';
import type { Settings } from './settings.ts';
import { DEMO_REGION, demoImportSteps } from './sources/demo/steps.ts';

export type InstanceHooks = Required<Pick<DatabaseHooks, 'onProgress'>> & DatabaseHooks;

/** A running server: its address and the one way to end it. */
export type Instance = { address: string; close(): Promise<void> };

/**
 * Opens the database, loads the demo region when there is no data at all, and listens.
 * @throws ProblemError when a setting, the database or the port does not allow it.
 */
export async function startInstance(settings: Settings, hooks: InstanceHooks): Promise<Instance> {
  const database = await openDatabase(settings, hooks);
  try {
    if ((await currentRelease(database)) === null) await loadDemo(database, hooks);
    const app = await buildApp({ database, settings });
    try {
      const address = await app.listen({ port: settings.port, host: settings.host });
      void makeReachAhead(app);
      return { address, close: () => app.close().finally(() => database.close()) };
    } catch (error) {
      await app.close();
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      throw new ProblemError(
        'not-configured',
        `port ${settings.port} on ${settings.host} is in use: stop the other program or choose another with PORT=${settings.port + 1}`,
      );
    }
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Generates the demo region and imports it as one release. */
export async function loadDemo(
  database: Awaited<ReturnType<typeof openDatabase>>,
  hooks: InstanceHooks,
): Promise<{ release: string; unchanged: boolean }> {
  hooks.onProgress('generating the demo region');
  const steps = demoImportSteps();
  return runImport(
    database,
    {
      region: DEMO_REGION.id,
      regionTitle: DEMO_REGION.title,
      synthetic: true,
      message: 'Demo region (synthetic)',
      steps,
    },
    {
      onProgress: (text, done, total) =>
        hooks.onProgress(
          done !== undefined && total ? `${text} ${Math.round((100 * done) / total)} %` : text,
        ),
    },
  );
}
