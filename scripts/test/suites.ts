import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './system.ts';

export type SuiteOutcome = {
  passed: number;
  failed: number;
  /** Tests that did not run, by file. */
  skippedIn: Map<string, number>;
  failedNames: string[];
  failedFiles: string[];
  /** Tests that failed beside the others and passed alone. */
  unsteady: string[];
};

/** The part of Vitest's JSON report that is read here. */
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
};

function runVitest(args: string[]): Promise<number> {
  return new Promise(resolve => {
    const child = spawn('vitest', args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      // The product's processes that tests start by the hundred keep what they compiled for each other.
      env: {
        NODE_COMPILE_CACHE: join(tmpdir(), 'buurtbalans-compiled'),
        ...process.env,
        CHROMIUM: findChromium() ?? '',
      },
    });
    child.on('error', () => resolve(127));
    child.on('exit', code => resolve(code ?? 1));
  });
}

/** More files than this fail of one cause, which a second try would only hide for a while. */
const MOST_TRIED_AGAIN = 4;

/**
 * Runs Vitest over every suite (or those named) and counts what it reports. Files that failed are tried once more, alone:
 * a walk through a real browser on a busy machine can miss a moment, and what is wrong fails twice. What passed only
 * then is named, so that it is mended and not forgotten.
 */
export async function runSuites(filters: readonly string[]): Promise<SuiteOutcome> {
  const first = await runOnce(filters);
  if (first.failedFiles.length === 0 || first.failedFiles.length > MOST_TRIED_AGAIN) return first;
  console.log(`trying again, alone: ${first.failedFiles.join(', ')}`);
  const again = await runOnce(['--maxWorkers=1', ...first.failedFiles]);
  const stillFailing = new Set(again.failedNames);
  const skippedElsewhere = new Map(first.skippedIn);
  for (const file of first.failedFiles) skippedElsewhere.delete(file);
  const skippedIn = new Map([...skippedElsewhere, ...again.skippedIn]);
  return {
    ...again,
    // All tests but those that fail or are skipped in the end.
    passed: first.passed + first.failed + sum(first.skippedIn) - again.failed - sum(skippedIn),
    skippedIn,
    unsteady: first.failedNames.filter(name => !stillFailing.has(name)),
  };
}

const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((all, one) => all + one, 0);

async function runOnce(args: readonly string[]): Promise<SuiteOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'buurtbalans-test-'));
  const file = join(folder, 'report.json');
  try {
    const code = await runVitest([
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...args,
    ]);
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null)
      return {
        passed: 0,
        failed: 1,
        skippedIn: new Map(),
        failedNames: [`vitest ended with ${code} and no report`],
        failedFiles: [],
        unsteady: [],
      };
    return count(JSON.parse(text) as Report, code);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function count(report: Report, code: number): SuiteOutcome {
  const failedNames: string[] = [];
  const skippedIn = new Map<string, number>();
  for (const result of report.testResults) {
    for (const test of result.assertionResults) {
      if (test.status === 'failed') failedNames.push(`${result.name}: ${test.fullName}`);
      if (['skipped', 'pending', 'todo'].includes(test.status)) {
        skippedIn.set(result.name, (skippedIn.get(result.name) ?? 0) + 1);
      }
    }
    // A file that could not be loaded has no tests to fail, so it is counted itself.
    if (result.status === 'failed' && result.assertionResults.every(test => test.status !== 'failed')) {
      failedNames.push(`${result.name}: ${result.message ?? 'could not be run'}`);
    }
  }
  const unexplained = code !== 0 && failedNames.length === 0 ? [`vitest ended with exit code ${code}`] : [];
  failedNames.push(...unexplained);
  return {
    passed: report.numPassedTests,
    failed: failedNames.length,
    skippedIn,
    failedNames,
    failedFiles: report.testResults.flatMap(result => (result.status === 'failed' ? [result.name] : [])),
    unsteady: [],
  };
}
