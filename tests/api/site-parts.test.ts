import { expect, test } from 'vitest';
import { describeOnDatabases } from '../database.ts';
import { withTestRegion } from './app.ts';
import { HEIGHT, SOUTH, WEST, WIDTH } from './region.ts';

type Parts = { parts: { area: string; weight: number }[]; surfaceM2: number; detail: string };

describeOnDatabases('the areas a drawn site lies in', open => {
  const setup = withTestRegion(open);
  const ask = async (geometry: unknown, query = 'level=sector') => {
    const url = `/api/v1/areas/parts?${query}`;
    const response = await setup.app.inject({ method: 'POST', url, payload: { geometry } });
    return { status: response.statusCode, ...response.json<Parts>() };
  };
  /** A rectangle in columns and rows of the region, from its south-western corner. */
  const box = (west: number, south: number, east: number, north: number) => {
    const at = (column: number, row: number) => [WEST + column * WIDTH, SOUTH + row * HEIGHT];
    const ring = [at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)];
    return { type: 'Polygon', coordinates: [ring] };
  };

  test('are those it shares ground with, with its square metres in each', async () => {
    // Three quarters of the width in S01, one quarter in S02; half the height.
    const { parts, surfaceM2 } = await ask(box(0.25, 0.25, 1.25, 0.75));
    expect(parts.map(part => part.area)).toEqual(['S01', 'S02']);
    expect(parts[0]!.weight / surfaceM2).toBeCloseTo(0.75, 4);
    expect(parts[1]!.weight / surfaceM2).toBeCloseTo(0.25, 4);
    // 0.02° of longitude at 51.005° N is 1403.7 m, half of 0.01° of latitude 556.3 m (WGS84, from the series for a degree).
    expect(surfaceM2 / (1403.7 * 556.3)).toBeCloseTo(1, 3);
  });

  test('are none where it only touches, and none outside the region', async () => {
    const { parts } = await ask(box(-1, 0, 0, 1));
    expect(parts).toEqual([]);
    const far = await ask({ type: 'Point', coordinates: [5, 50] });
    expect(far).toMatchObject({ status: 200, parts: [], surfaceM2: 0 });
  });

  test('is the one around a point', async () => {
    const inside = { type: 'Point', coordinates: [WEST + 1.5 * WIDTH, SOUTH + 0.5 * HEIGHT] };
    expect((await ask(inside)).parts).toEqual([{ area: 'S02', weight: 1 }]);
    expect((await ask(inside, 'level=municipality')).parts).toEqual([{ area: 'M1', weight: 1 }]);
    const onBorder = { type: 'Point', coordinates: [WEST + WIDTH, SOUTH + 0.5 * HEIGHT] };
    expect((await ask(onBorder)).parts).toHaveLength(1);
  });

  test('a drawing that crosses itself or is none is refused', async () => {
    const bow = [
      [3.7, 51],
      [3.72, 51.01],
      [3.72, 51],
      [3.7, 51.01],
      [3.7, 51],
    ];
    const crossing = await ask({ type: 'Polygon', coordinates: [bow] });
    expect(crossing.status).toBe(400);
    expect(crossing.detail).toContain('crosses or touches itself');
    expect((await ask({ type: 'LineString', coordinates: bow })).status).toBe(400);
    expect((await ask({ type: 'Point', coordinates: [104_000, 190_000] })).status).toBe(400);
  });
});
