import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeNetwork, encodeNetwork } from '../../../../core/access/network/format.ts';
import { walkingGraph } from '../../../../core/access/network/graph.ts';
import { inOrder } from '../../../../core/access/network/order.ts';
import { createSearch } from '../../../../core/access/network/shortest-paths.ts';
import { networkOf } from './networks.ts';

const position = fc.tuple(
  fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }).map(units => units / 1e7),
  fc.integer({ min: -900_000_000, max: 900_000_000 }).map(units => units / 1e7),
);
const SIZE = 8;
const anyNetwork = fc
  .tuple(
    fc.array(position, { minLength: SIZE, maxLength: SIZE }),
    fc.array(
      fc.record({
        from: fc.nat(SIZE - 1),
        to: fc.nat(SIZE - 1),
        kind: fc.constantFrom('street', 'path', 'crossing', 'steps'),
        oneWay: fc.boolean(),
        between: fc.array(position, { maxLength: 4 }),
        metres: fc.nat(4_000_000_000).map(millimetres => millimetres / 1000),
      }),
      { maxLength: 20 },
    ),
  )
  .map(([junctions, lines]) => networkOf(junctions, lines));

it('a network comes out of its bytes as it went in', () => {
  fc.assert(
    fc.property(anyNetwork, network => {
      expect(decodeNetwork(encodeNetwork(network))).toEqual(network);
    }),
  );
});

it('bytes that were cut, or are something else, are refused by name', () => {
  fc.assert(
    fc.property(
      anyNetwork,
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (network, part) => {
        const bytes = encodeNetwork(network);
        try {
          // Where the end that is cut off holds nothing, the rest is whole.
          decodeNetwork(bytes.subarray(0, Math.floor(part * bytes.length)));
        } catch (error) {
          expect(error).toMatchObject({
            code: 'bad-input',
            message: expect.stringContaining('import it again'),
          });
        }
      },
    ),
  );
  expect(() => decodeNetwork(Uint8Array.of(1, 2, 3))).toThrow('damaged');
  expect(() => decodeNetwork(new Uint8Array())).toThrow('damaged');
});

it('putting it in order changes no path, and is one order whatever the order of the file', () => {
  fc.assert(
    fc.property(anyNetwork, network => {
      const ordered = inOrder(network);
      const all = (of: typeof network): string[] =>
        [...of.lon.keys()]
          .map(from => {
            const search = createSearch(walkingGraph(of).forward);
            search.begin(Infinity);
            search.start(from, 0, 0);
            search.run();
            const found = [...search.metres].map(
              (metres, to) => `${of.lon[to]},${of.lat[to]}: ${metres.toFixed(3)}`,
            );
            return `${of.lon[from]},${of.lat[from]} → ${found.sort().join(' ')}`;
          })
          .sort();
      expect(all(ordered)).toEqual(all(network));
      expect(inOrder(ordered)).toEqual(ordered);
    }),
    { numRuns: 50 },
  );
});
