import { describe, expect, it } from 'vitest';
import type { OsmFile } from '../../../../server/readers/osm/open.ts';
import { homeOf, homesOfOsm } from '../../../../server/sources/osm/homes.ts';
import { fileWith } from '../../imports/fixtures.ts';

describe('what OpenStreetMap tells of homes', () => {
  it.each([
    ['a node with a house number', { 'addr:housenumber': '12' }, 'address'],
    ['a house with one', { 'addr:housenumber': '12', building: 'house' }, 'address'],
    ['a building of no known use with one', { 'addr:housenumber': '12', building: 'yes' }, 'address'],
    ['a shop with one', { 'addr:housenumber': '12', shop: 'bakery' }, null],
    ['a flat above a shop', { 'addr:housenumber': '12', shop: 'bakery', building: 'apartments' }, 'address'],
    ['a school building with one', { 'addr:housenumber': '12', building: 'school' }, null],
    ['a terrace', { building: 'terrace' }, 'building'],
    ['a garage', { building: 'garage' }, null],
    ['a building of no known use', { building: 'yes' }, null],
    ['residential land', { landuse: 'residential' }, 'land'],
    ['industrial land', { landuse: 'industrial' }, null],
    ['a street', { highway: 'residential' }, null],
  ])('%s', (_, tags, home) => {
    expect(homeOf(tags as Record<string, string>)).toBe(home);
  });

  it('counts floor: the ground of a building times its storeys', async () => {
    // 0.0002° by 0.0001° at 51° north: 14.04 m by 11.13 m, 156 m² of ground.
    const ring = (first: number, lon: number) =>
      [
        [0, 0],
        [2, 0],
        [2, 1],
        [0, 1],
      ]
        .map(
          ([x, y], k) =>
            `<node id="${first + k}" lat="${51 + y! / 1e4}" lon="${(lon + x! / 1e4).toFixed(4)}"/>`,
        )
        .join('');
    const way = (id: number, first: number, tags: string) =>
      `<way id="${id}">${[0, 1, 2, 3, 0].map(k => `<nd ref="${first + k}"/>`).join('')}${tags}</way>`;
    const tag = (k: string, v: string) => `<tag k="${k}" v="${v}"/>`;
    const file = (await fileWith(
      'town.osm',
      `<osm version="0.6">${ring(1, 3.7)}${ring(11, 3.71)}${ring(21, 3.72)}
      <node id="31" lat="51.001" lon="3.701">${tag('addr:housenumber', '7')}</node>
      ${way(1, 1, tag('building', 'house'))}
      ${way(2, 11, tag('building', 'apartments') + tag('building:levels', '4') + tag('addr:housenumber', '9'))}
      ${way(3, 21, tag('landuse', 'residential'))}
      ${way(4, 41, tag('building', 'house'))}</osm>`,
    )) as OsmFile;
    const { homes, incomplete } = await homesOfOsm(file);
    expect(incomplete).toBe(1);
    expect(homes.map(({ basis }) => basis)).toEqual(['addresses', 'buildings', 'residential-land']);
    const [addresses, buildings, land] = homes;
    // In the order of the file: the node, then the building with an address.
    expect(addresses).toMatchObject({
      points: { lon: Float64Array.of(3.701, 3.7101), weight: Float64Array.of(1, 1) },
    });
    if (buildings === undefined || 'land' in buildings) throw new Error('no buildings');
    expect(buildings.points.weight[0]).toBeCloseTo(156.2, -1);
    expect(buildings.points.weight[1]! / buildings.points.weight[0]!).toBeCloseTo(4, 3);
    expect(land).toMatchObject({ land: [{ type: 'Polygon' }] });
  });
});
