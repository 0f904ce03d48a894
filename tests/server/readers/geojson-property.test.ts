import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openGeojson } from '../../../server/readers/geojson.ts';
import { bytesSource, collect } from './fixtures.ts';

/** Characters that could confuse a scanner: brackets, quotes, backslashes, several bytes of UTF-8. */
const text = fc.string({
  unit: fc.constantFrom(
    'a',
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    ' ',
    '\n',
    '\t',
    '/',
    'é',
    '漢',
    '😀',
    '\u2028',
  ),
  maxLength: 12,
});
const position = fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer());
const geometry = fc.oneof(
  fc.constant(null),
  fc.record({ type: fc.constant('Point'), coordinates: position }),
  fc.record({
    type: fc.constant('LineString'),
    coordinates: fc.array(position, { minLength: 1, maxLength: 5 }),
  }),
);
const { value } = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, false),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    text,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(text, tie('value'), { maxKeys: 3 }),
  ),
}));
const properties = fc.dictionary(
  text.filter(key => key !== '__proto__'),
  value,
  { maxKeys: 4 },
);
const feature = fc.record({ type: fc.constant('Feature'), properties, geometry });
const collection = fc.record(
  {
    type: fc.constant('FeatureCollection'),
    features: fc.array(feature, { maxLength: 6 }),
    name: value,
    bbox: fc.array(fc.integer()),
  },
  { requiredKeys: ['type', 'features'] },
);

/** JSON text of a value, with blanks, member order and escapes as the choices say. */
function write(json: unknown, choose: (count: number) => number): string {
  const blank = () => ['', '', ' ', '\n', '\r\n\t'][choose(5)]!;
  if (typeof json === 'string') {
    const units = [...Array(json.length).keys()].map(index => json[index]!);
    return `"${units
      .map(unit => (choose(4) === 0 ? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}` : null))
      .map((escaped, index) => escaped ?? plain(json, index))
      .join('')}"`;
  }
  if (Array.isArray(json))
    return `[${blank()}${json.map(item => blank() + write(item, choose) + blank()).join(',')}]`;
  if (typeof json === 'object' && json !== null) {
    const members = Object.entries(json)
      .map(([key, member]) => ({ key, member, order: choose(100) }))
      .sort((a, b) => a.order - b.order)
      .map(
        ({ key, member }) =>
          `${blank()}${write(key, choose)}${blank()}:${blank()}${write(member, choose)}${blank()}`,
      );
    return `{${blank()}${members.join(',')}}`;
  }
  return JSON.stringify(json);
}

/** One UTF-16 unit as it may stand in JSON: half of a pair is escaped, so that either half may be. */
function plain(json: string, index: number): string {
  const unit = json[index]!;
  if (/[\ud800-\udfff]/.test(unit)) return `\\u${unit.charCodeAt(0).toString(16)}`;
  return JSON.stringify(unit).slice(1, -1);
}

it('a FeatureCollection reads back as JSON.parse reads it, however it is written and cut into chunks', async () => {
  await fc.assert(
    fc.asyncProperty(
      collection,
      fc.array(fc.nat(), { minLength: 1, maxLength: 60 }),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      async (data, choices, pieceSizes, withMark) => {
        let next = 0;
        const json = write(data, count => choices[next++ % choices.length]! % count);
        const bytes = Buffer.from((withMark ? '\ufeff' : '') + json);
        const file = await openGeojson(bytesSource('a.geojson', bytes, pieceSizes), {});
        const parsed = JSON.parse(json) as { features: { properties: unknown; geometry: unknown }[] };
        expect(await collect(file)).toEqual(
          parsed.features.map(({ properties: given, geometry: shape }, index) => ({
            number: index + 1,
            properties: given,
            geometry: shape,
          })),
        );
      },
    ),
    { numRuns: 300 },
  );
});

it('raw pairs of UTF-16 units survive a cut in the middle of their bytes', async () => {
  const json =
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"naam":"😀漢é"},"geometry":null}]}';
  for (const size of [1, 2, 3, 5]) {
    const file = await openGeojson(bytesSource('a.geojson', Buffer.from(json), [size]), {});
    expect(await collect(file)).toEqual([{ number: 1, properties: { naam: '😀漢é' }, geometry: null }]);
  }
});
