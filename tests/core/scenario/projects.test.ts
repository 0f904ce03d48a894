import { describe, expect, it } from 'vitest';
import type { ProblemError } from '../../../core/problem.ts';
import { readProjects } from '../../../core/scenario/projects.ts';

const point = { type: 'Point', coordinates: [3.7, 51] };
const feature = (properties: object | null, geometry: object = point) => ({
  type: 'Feature',
  geometry,
  properties,
});
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features });

function refusal(input: unknown): string {
  try {
    readProjects(input);
  } catch (error) {
    return `${(error as ProblemError).code}: ${(error as ProblemError).message}`;
  }
  throw new Error('the file was accepted');
}

describe('a file of projects', () => {
  it('gives name, place and dwellings, whatever the properties are called', () => {
    const given = collection(
      feature({ Naam: 'Kaaihof', sociale_woningen: 12, privaat: 8, fase: 2 }),
      feature(null),
      feature({ name: 'Old dock', social: 3, title: null }),
    );
    expect(readProjects(given)).toEqual([
      { title: 'Kaaihof', geometry: point, social: 12, private: 8 },
      { title: '', geometry: point, social: 0, private: 0 },
      { title: 'Old dock', geometry: point, social: 3, private: 0 },
    ]);
    expect(readProjects(feature({ titel: 'Alleen' }))).toHaveLength(1);
    expect(readProjects(feature({ social: 4, Social_Kind: 'purchase' }))).toMatchObject([
      { social: 4, socialKind: 'purchase' },
    ]);
  });

  it('is refused with the feature that is wrong, and why', () => {
    const bow = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [4, 4],
          [4, 0],
          [0, 4],
          [0, 0],
        ],
      ],
    };
    expect(refusal(feature({ social: 4, social_kind: 'koop' }))).toMatch(
      /feature 1 .*"koop"; it must be one of owned, rented_in, purchase/,
    );
    expect(refusal(collection(feature({}), feature({}, bow)))).toMatch(/feature 2 crosses or touches itself/);
    expect(refusal(collection(feature({ social: -3 })))).toMatch(/feature 1 has -3 social dwellings/);
    expect(refusal(collection(feature({ social: 2.5 })))).toMatch(/feature 1 has 2.5/);
    expect(refusal(collection(feature({ social: 'veel' })))).toMatch(/feature 1 has "veel"/);
    const lambert = { type: 'Point', coordinates: [104_000, 190_000] };
    expect(refusal(collection(feature({}, lambert)))).toMatch(/feature 1 .*WGS84/);
    expect(refusal(collection(feature({}, { type: 'LineString', coordinates: [] })))).toMatch(/feature 1/);
  });

  it('without features, of another kind or with too many is refused', () => {
    expect(refusal(collection())).toMatch(/^bad-input: .*no features/);
    for (const other of [null, 3, [], { type: 'Topology' }]) expect(refusal(other)).toMatch(/no GeoJSON/);
    const many = Array.from({ length: 1001 }, () => feature({}));
    expect(refusal(collection(...many))).toMatch(/^too-large: .*1001/);
  });
});
