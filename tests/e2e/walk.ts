import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { createDataDirectory } from '../database.ts';
import { freePort } from '../free-port.ts';
import { CHROMIUM_FLAGS, chromiumPath } from './browser.ts';

const SCREENSHOTS = 'tests/e2e/screenshots';

/** A running product and a browser on it, as a new planner has them. */
export type Walk = {
  address: string;
  page: Page;
  /** Addresses the page asked, wherever they went. */
  requests: string[];
  /** Errors the page wrote to its console or threw. */
  errors: string[];
  /** Runs the command line beside the running product; rejects with its output when it fails. */
  cli(...args: string[]): Promise<string>;
  /** Runs a line as someone pastes it in a terminal beside the running product; answers what it printed. */
  shell(line: string): Promise<string>;
  /** Keeps a picture of the screen for a person to look at. */
  picture(name: string): Promise<void>;
  /** The rules of WCAG 2.1 A and AA that the screen breaks; a test expects none. */
  accessibility(): Promise<string[]>;
  /** Waits until the map has drawn everything. */
  mapIdle(): Promise<void>;
  end(): Promise<void>;
};

/**
 * Starts the product with the demo region in a data directory of its own, and opens a browser. A `new` one loads the
 * region as on a first start; others begin where that ends.
 */
export async function startWalk(
  settings: Record<string, string> = {},
  start: 'new' | 'demo' = 'demo',
): Promise<Walk> {
  const dataDir = await createDataDirectory(start === 'new' ? 'embedded' : 'demo');
  const port = await freePort();
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: String(port),
    DATABASE_URL: '',
    LOG_LEVEL: 'error',
    ...settings,
  };
  const child = spawn('node', ['scripts/start.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const address = await ready(child);
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS });
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'nl-BE',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', request => requests.push(request.url()));
  page.on('pageerror', error => errors.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await mkdir(SCREENSHOTS, { recursive: true });
  const run = promisify(execFile);
  return {
    address,
    page,
    requests,
    errors,
    cli: async (...args) => (await run('node', ['scripts/cli.ts', ...args], { env })).stdout,
    shell: async line => (await run('bash', ['-c', line], { env, maxBuffer: 2 ** 26 })).stdout,
    picture: async name => {
      // Beside one another only the parts of the page scroll: else its bar is out of sight. Stacked on a narrow screen it scrolls itself.
      const scrolled = await page.evaluate(() => (innerWidth > 860 ? document.documentElement.scrollTop : 0));
      expect(scrolled, `scrolled in ${name}`).toBe(0);
      await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
    },
    accessibility: () => brokenRules(page),
    mapIdle: async () => {
      await page.waitForSelector('[data-map-idle="true"]', { timeout: 60_000 });
    },
    end: () => end(browser, context, child, dataDir),
  };
}

async function ready(child: ChildProcess): Promise<string> {
  let printed = '';
  child.stderr!.on('data', chunk => {
    printed += String(chunk);
  });
  for await (const chunk of child.stdout!) {
    printed += String(chunk);
    const address = /ready: (\S+)/.exec(printed)?.[1];
    if (address === undefined) continue;
    child.stdout!.resume();
    return address;
  }
  throw new Error(`the product did not start:\n${printed}`);
}

async function brokenRules(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 120)).join(' | ')}`,
  );
}

async function end(browser: Browser, context: BrowserContext, child: ChildProcess, dataDir: string) {
  await context.close();
  await browser.close();
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
  await rm(dataDir, { recursive: true, force: true });
}

/** Every request went to the product itself. */
export function expectOwnOrigin({ requests, address }: Walk): void {
  const foreign = requests.filter(url => !url.startsWith(address) && !/^(data|blob):/.test(url));
  expect(foreign).toEqual([]);
}

/** A Dutch number as written on screen: 1 036, 20,7 %, 0,552, −0,004. */
export function dutchNumber(text: string): number {
  const digits = text
    .replace(/[^\d,−-]/g, '')
    .replace('−', '-')
    .replace(',', '.');
  return Number(digits);
}
