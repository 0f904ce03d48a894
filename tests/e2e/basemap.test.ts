import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from './browser.ts';
import { startWalk, type Walk } from './walk.ts';

const ground = {
  type: 'Polygon',
  coordinates: [
    [
      [-10, 45],
      [15, 45],
      [15, 60],
      [-10, 60],
      [-10, 45],
    ],
  ],
};

/** A style as another host serves it, with its data in a file beside it. */
const style = {
  version: 8,
  sources: { ground: { type: 'geojson', data: '/ground.json' } },
  layers: [{ id: 'ground', type: 'fill', source: 'ground', paint: { 'fill-color': '#d8c8a8' } }],
};

describe.skipIf(chromiumPath() === '')('an external basemap, which is a setting', () => {
  let walk: Walk;
  let host: Server;
  let address: string;
  const asked: string[] = [];

  beforeAll(async () => {
    host = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(request.url === '/style.json' ? style : ground));
    }).listen(0, '127.0.0.1');
    await once(host, 'listening');
    address = `http://127.0.0.1:${(host.address() as { port: number }).port}`;
    walk = await startWalk({ BASEMAP_STYLE: `${address}/style.json` });
  }, 180_000);
  afterAll(async () => {
    await walk?.end();
    host.close();
  });

  it('is drawn beneath the data, and only that host is asked', async () => {
    await walk.page.goto(walk.address);
    await expect.poll(() => asked).toContain('/ground.json');
    await walk.mapIdle();
    await walk.picture('basemap');
    const foreign = walk.requests.filter(
      url => !url.startsWith(walk.address) && !url.startsWith(address) && !/^(data|blob):/.test(url),
    );
    expect(foreign).toEqual([]);
    expect(walk.errors).toEqual([]);
  });
});
