import type { Feature } from 'geojson';
import { expect, it } from 'vitest';
import { isForAges } from '../../web/layers/facilities.ts';

const place = (properties: object): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [0, 0] },
  properties,
});

it.each([
  [{}, true],
  [{ minAge: 12 }, false],
  [{ minAge: 11 }, true],
  [{ maxAge: 5 }, false],
  [{ maxAge: 6 }, true],
  [{ minAge: 7, maxAge: 8 }, true],
])('a place with %j is for children of 6 to 11: %s', (properties, is) => {
  expect(isForAges(place(properties), '6-11')).toBe(is);
});
