import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeOnOneDatabase, get, SETTINGS, testApp, withTestRegion } from './app.ts';

describeOnOneDatabase('pages', open => {
  const setup = withTestRegion(open);
  let folder: string;
  let app: FastifyInstance;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'buurtbalans-web-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Buurtbalans</title>');
    await writeFile(join(folder, 'assets/main-1a2b.js'), 'export {};');
    await writeFile(join(folder, '.built-from'), 'hash');
    app = await testApp(setup.database, { webDirectory: folder });
  });
  afterAll(async () => {
    await app?.close();
    await rm(folder, { recursive: true });
  });

  describe('security headers', () => {
    const policyOf = async (url: string, on = app) =>
      String((await get(on, url)).headers['content-security-policy']);

    test('allow nothing from outside the server’s own origin', async () => {
      for (const url of [
        '/',
        '/health',
        '/api/v1/levels',
        '/nothing',
        '/assets/main-1a2b.js',
        '/docs',
        '/docs/static/index.html',
      ]) {
        const policy = await policyOf(url);
        expect(policy, url).toContain("default-src 'self'");
        expect(policy, url).toContain("script-src 'self'");
        expect(policy, url).toContain("frame-ancestors 'none'");
        expect(policy, url).not.toMatch(/https?:|\*|unsafe-eval|upgrade-insecure-requests/);
        expect(policy, url).not.toMatch(/script-src[^;]*unsafe/);
      }
    });

    test('let the map run: its worker, and images made in the page', async () => {
      const policy = await policyOf('/');
      expect(policy).toContain("worker-src 'self'");
      expect(policy).toContain("img-src 'self' data: blob:");
      expect(policy).toContain("connect-src 'self'");
    });

    test('do not force TLS, which a server on a local network does not speak', async () => {
      const { headers } = await get(app, '/');
      expect(headers['strict-transport-security']).toBeUndefined();
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
      });
    });

    test('admit the origin of an external basemap, and only that, when one is set', async () => {
      const settings = { ...SETTINGS, basemapStyle: 'https://tiles.example/styles/light.json' };
      const withBasemap = await testApp(setup.database, { settings });
      const policy = await policyOf('/health', withBasemap);
      expect(policy).toContain("connect-src 'self' https://tiles.example;");
      expect(policy).toContain("script-src 'self';");
      await withBasemap.close();
    });
  });

  describe('the web app', () => {
    test('is asked for again each time, and its hashed files are kept for good', async () => {
      const page = await get(app, '/');
      expect(page.body).toContain('<title>Buurtbalans</title>');
      expect(page.headers['cache-control']).toBe('no-cache');
      const asset = await get(app, '/assets/main-1a2b.js');
      expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(asset.headers['content-type']).toMatch(/javascript/);
    });

    test('answers its own addresses to a browser', async () => {
      const page = await get(app, '/scenario/new?x=1', { accept: 'text/html,*/*' });
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain('<title>Buurtbalans</title>');
      expect(page.headers['cache-control']).toBe('no-cache');
    });

    test('never answers for the API, a missing file, or a program', async () => {
      const status = async (url: string, accept: string) => (await get(app, url, { accept })).statusCode;
      expect(await status('/api/v1/nothing', 'text/html')).toBe(404);
      expect(await status('/assets/gone.js', 'text/html')).toBe(404);
      expect(await status('/favicon-of-old.ico', 'text/html')).toBe(404);
      expect(await status('/scenario/new', 'application/json')).toBe(404);
    });

    test('gives no file outside its folder, and no hidden one', async () => {
      for (const url of [
        '/../package.json',
        '/%2e%2e/package.json',
        '/assets/..%2f..%2fpackage.json',
        '/.built-from',
      ]) {
        const response = await get(app, url);
        expect([400, 403, 404], url).toContain(response.statusCode);
        expect(response.body).not.toContain('dependencies');
      }
    });

    test('that is not built says so in words', async () => {
      const page = await get(setup.app, '/');
      expect(page.statusCode).toBe(503);
      expect(page.headers['content-type']).toContain('text/plain');
      expect(page.body).toContain('npm run build');
    });
  });

  describe('the description', () => {
    test('has a page with nothing from outside', async () => {
      const page = await get(app, '/docs');
      expect(page.headers['content-type']).toContain('text/html');
      expect(page.body).not.toMatch(/(src|href)="https?:/);
    });
  });
});
