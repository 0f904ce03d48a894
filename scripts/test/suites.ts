import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './system.ts';

export type SuiteOutcome = {
  passed: number;
  failed: number;
  skipped: number;
  failedNames: string[];
  leftOut: string[];
};

/** The part of Vitest's JSON report that is read here. */
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
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
      env: { ...process.env, CHROMIUM: findChromium() ?? '' },
    });
    child.on('error', () => resolve(127));
    child.on('exit', code => resolve(code ?? 1));
  });
}

/** Runs Vitest over every suite (or those named) and counts what it reports. */
export async function runSuites(filters: readonly string[]): Promise<SuiteOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'buurtbalans-test-'));
  const file = join(folder, 'report.json');
  try {
    const code = await runVitest([
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...filters,
    ]);
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null)
      return {
        passed: 0,
        failed: 1,
        skipped: 0,
        failedNames: [`vitest ended with ${code} and no report`],
        leftOut: [],
      };
    return count(JSON.parse(text) as Report, code);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function count(report: Report, code: number): SuiteOutcome {
  const failedNames: string[] = [];
  const skippedFiles = new Map<string, number>();
  for (const result of report.testResults) {
    for (const test of result.assertionResults) {
      if (test.status === 'failed') failedNames.push(`${result.name}: ${test.fullName}`);
      if (test.status === 'skipped' || test.status === 'pending') {
        skippedFiles.set(result.name, (skippedFiles.get(result.name) ?? 0) + 1);
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
    skipped: report.numPendingTests + report.numTodoTests,
    failedNames,
    leftOut: [...skippedFiles].map(([name, tests]) => `${tests} tests of ${name}`),
  };
}
