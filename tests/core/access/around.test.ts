import type { MultiLineString, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { around } from '../../../core/access/around.ts';
import { metresBetween } from '../../../core/access/network/ground.ts';
import { networkOf } from './network/networks.ts';
import { at, point, settled, straight, streets } from './town.ts';

const [lon, lat] = at(100, 0);
const question = {
  at: { lon, lat },
  withinM: 210,
  settled,
  children: { all: Float64Array.of(40, 20, 5), deprivedShare: Float64Array.of(0.5, 0, Number.NaN) },
  places: [point(300, 0), point(100, 180), point(110, 0)],
};

describe('around a point', () => {
  it('a straight line draws a circle, and reaches across the canal', () => {
    const found = around({ ...question, walks: straight });
    expect(found.children).toEqual({ all: 50, deprived: 20, others: 30 });
    expect(found.places).toEqual([
      { place: 2, metres: expect.closeTo(10, 1) },
      { place: 1, metres: expect.closeTo(180, 0) },
      { place: 0, metres: expect.closeTo(200, 0) },
    ]);
    expect(found.from).toMatchObject({ by: 'straight-line', streetM: null });
    for (const [east, north] of (found.to.within as Polygon).coordinates[0]!)
      expect(metresBetween(lon, lat, east!, north!)).toBeCloseTo(210, 0);
  });

  it('a network reaches its streets, and who lives along them', () => {
    const found = around({ ...question, walks: streets });
    expect(found.children).toEqual({ all: 40, deprived: 20, others: 20 });
    expect(found.places.map(({ place }) => place)).toEqual([2, 0]);
    // 100 m to the west end, 200 m to the east end and 10 m up from it.
    expect(found.from).toMatchObject({ by: 'network', streetM: expect.closeTo(310, 0) });
    expect((found.from.within as MultiLineString).type).toBe('MultiLineString');
    expect(found.to).toEqual(found.from);
  });

  it('tells both ways apart where a street goes one way', () => {
    const columns = networkOf([at(0, 0), at(300, 0)], [{ from: 0, to: 1, oneWay: true }]);
    const walks = { detour: 1.3, network: { hash: 'one way', columns } };
    const found = around({ ...question, withinM: 150, walks });
    // From the point 150 m on to the east; to it the 100 m from the west end.
    expect(found.from.streetM).toBeCloseTo(150, 0);
    expect(found.to.streetM).toBeCloseTo(100, 0);
    // a, west of it, can come; b, east of it, cannot. The place to the east is reached.
    expect(found.children.all).toBe(30);
    expect(found.places.map(({ place }) => place)).toEqual([2]);
  });

  it('far from any street is a circle that says so', () => {
    const [east, north] = at(0, -5000);
    const found = around({ ...question, at: { lon: east, lat: north }, walks: streets });
    expect(found.from.by).toBe('straight-line');
    // The one home out there lies 150 m east, 195 m as a walk is reckoned.
    expect(found.children.all).toBe(5);
    expect(found.children.deprived).toBe(0);
  });
});
