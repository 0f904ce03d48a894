import { describe, expect, it } from 'vitest';
import { isGeographic, projectionOf, utmEpsg } from '../../../core/areas/projection.ts';
import { spaceFromMap } from '../../../core/concentration/map.ts';
import { ProblemError } from '../../../core/problem.ts';

/** EPSG, longitude, latitude, easting, northing: ST_Transform of PostGIS 3.6.2 with PROJ 9.7. */
const POSTGIS = [
  [2154, 2.35, 48.85, 652301.5648305281, 6861302.725899574],
  [2154, 7.26, 43.7, 1043310.2913974575, 6298259.445601229],
  [2154, -1.55, 47.21, 355796.0595502596, 6688775.902427475],
  [3812, 4.35, 50.85, 648679.0180353033, 671067.0556381128],
  [3812, 2.6, 51.1, 526113.8953498247, 700337.7580982097],
  [3812, 5.9, 50.9, 757707.3246063277, 677753.5722199386],
  [27700, -2.24, 53.48, 384169.6809591371, 398168.72813826613],
  [27700, -0.12, 51.5, 530591.1664034916, 179571.06537659897],
  [27700, -3.2, 55.95, 325160.29693644977, 673646.5630331204],
  [28992, 4.9, 52.37, 121819.36516274624, 487013.76152221987],
  [28992, 5.97, 50.85, 196044.420310768, 317959.47553212836],
  [28992, 6.56, 53.22, 233334.48366630223, 582125.0950406797],
  [31370, 4.35, 50.85, 148679.44737789378, 171066.81032996625],
  [31370, 2.6, 51.1, 26116.839938463338, 200352.34990159608],
  [31370, 5.9, 50.9, 257709.43485599535, 177740.39313660562],
  [32610, -121.49, 38.58, 631526.4449232819, 4271251.359550617],
  [32631, 3.72, 51.05, 550467.5142431249, 5655631.711398396],
  [32733, 18.42, -33.92, 816196.7117962425, 6241444.314438067],
  [25831, 3.72, 51.05, 550467.5142436269, 5655631.711274849],
] as const;

describe('projection without a database', () => {
  it.each(POSTGIS)('agrees with PostGIS within 1 m in EPSG:%i at %f, %f', (epsg, lon, lat, x, y) => {
    const [easting, northing] = projectionOf(epsg).forward(lon, lat);
    expect(Math.hypot(easting - x, northing - y)).toBeLessThan(1);
  });

  it.each(POSTGIS)('comes back to the same degrees in EPSG:%i from %f, %f', (epsg, lon, lat) => {
    const { forward, inverse } = projectionOf(epsg);
    const [backLon, backLat] = inverse(...forward(lon, lat));
    expect(Math.abs(backLon - lon)).toBeLessThan(1e-7);
    expect(Math.abs(backLat - lat)).toBeLessThan(1e-7);
  });

  it('refuses to measure in degrees and names a way out', () => {
    expect(isGeographic(4326)).toBe(true);
    expect(() => projectionOf(4326)).toThrow(ProblemError);
    expect(() => projectionOf(4326)).toThrow('EPSG:4326 is in degrees');
  });

  it('refuses a code it does not know', () => {
    expect(() => projectionOf(3857)).toThrow('EPSG:3857 is not known here');
    expect(() => projectionOf(32661)).toThrow('EPSG:32661 is not known here');
  });

  it.each([2227, 999999])('refuses to measure in EPSG:%i as if it were metres', epsg => {
    const square = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [6000, 2000],
          [6100, 2000],
          [6100, 2100],
          [6000, 2000],
        ],
      ],
    };
    expect(() => spaceFromMap({ codes: ['a'], geometries: [square], epsg })).toThrow('is not known here');
  });

  it('projects Web Mercator, whose metres are too long, before measuring', () => {
    // One kilometre square near Gent, in the metres of UTM 31; Web Mercator stretches it by 1/cos 51°.
    const { inverse } = projectionOf(32631);
    const corners = [
      [550000, 5655000],
      [551000, 5655000],
      [551000, 5656000],
      [550000, 5656000],
      [550000, 5655000],
    ];
    const radius = 6378137;
    const ring = corners.map(([x, y]) => {
      const [lon, lat] = inverse(x!, y!);
      return [
        (lon * Math.PI * radius) / 180,
        radius * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)),
      ];
    });
    const geometries = [{ type: 'Polygon' as const, coordinates: [ring] }];
    const { geometry, metricEpsg } = spaceFromMap({ codes: ['a'], geometries, epsg: 3857 });
    expect(metricEpsg).toBe(32631);
    expect(geometry!.areaM2[0]).toBeCloseTo(1e6, 0);
  });

  it('finds the UTM zone of a place', () => {
    expect(utmEpsg(-121.49, 38.58)).toBe(32610);
    expect(utmEpsg(3.72, 51.05)).toBe(32631);
    expect(utmEpsg(18.42, -33.92)).toBe(32734);
    expect(utmEpsg(180, 0)).toBe(32660);
  });
});
