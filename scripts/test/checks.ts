import { spawn } from 'node:child_process';

/** The checks that are not suites: each is one npm script and counts as one test. */
const CHECKS = [
  { name: 'types', script: 'types' },
  { name: 'format, lint and import rules', script: 'lint' },
  { name: 'the web app builds', script: 'build' },
];

function runScript(script: string): Promise<boolean> {
  return new Promise(resolve => {
    const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(false));
    child.on('exit', code => resolve(code === 0));
  });
}

/** Runs every check, also after one failed, so that one run shows everything that is wrong. */
export async function runChecks(): Promise<{ passed: string[]; failed: string[] }> {
  const passed: string[] = [];
  const failed: string[] = [];
  for (const check of CHECKS) {
    const started = Date.now();
    const ok = await runScript(check.script);
    (ok ? passed : failed).push(check.name);
    console.log(`${ok ? 'ok' : 'FAILED'}: ${check.name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  }
  return { passed, failed };
}
