import { describe, expect, it } from 'vitest';
import { contiguityOf } from '../../../core/areas/contiguity.ts';
import { outlinesOf } from '../../../core/areas/outlines.ts';
import { chanceOfScenario } from '../../../core/scenario/chance.ts';
import type { Edit } from '../../../core/scenario/edit.ts';
import { scenarioEvaluator } from '../../../core/scenario/evaluate.ts';
import { panelFigures } from '../../../core/scenario/figures.ts';
import { grid } from '../concentration/squares.ts';
import { common } from './example.ts';

const INDICES = [
  'moran_i',
  'spatial_dissimilarity_queen',
  'spatial_dissimilarity_rook',
  'boundary_spatial_dissimilarity',
];

/** A chessboard of four squares: all ten dwellings of the south-west and the north-east are social. */
const { codes, geometries } = grid(2, 2);
const contiguity = contiguityOf(outlinesOf(codes, geometries));
const board = {
  codes,
  group: Float64Array.of(10, 0, 0, 10),
  total: Float64Array.of(10, 10, 10, 10),
  contiguity,
  indices: INDICES,
};
/** The north-east moves to the south-east, and nobody lives there any more. */
const emptied: Edit = {
  ...common('e'),
  kind: 'move',
  from: '1-1',
  to: '1-0',
  social: { unspecified: 10 },
};

const values = (indices: Record<string, object>) =>
  INDICES.map(id => (indices[id] as { value?: number } | undefined)?.value);
const close = (...numbers: number[]) => numbers.map(number => expect.closeTo(number, 12));

describe('indices of a scenario that ask who touches whom', () => {
  it('are measured before and after, an emptied area being nobody’s neighbour', () => {
    const { before, after } = scenarioEvaluator({ ...board, scope: null })([emptied]);
    // D = 1. Of six pairs that share a point four differ by 1, of four that share a border all. Each area has one neighbour
    // alike and two unlike: I = 4 (½)(½ − ½ − ½)/3 / 1 = −1/3.
    expect(values(before.indices)).toEqual(close(-1 / 3, 1 - 4 / 6, 1 - 4 / 4, 1 - 4 / 4));
    // Shares 1, ½ and 0 and D = ½. All three touch: I = −1/(n − 1). They differ by ½, 1 and ½; over a border by ½ and 1.
    expect(values(after.indices)).toEqual(close(-1 / 2, 1 / 2 - 2 / 3, 1 / 2 - 3 / 4, 1 / 2 - 3 / 4));
  });

  it('know only the neighbours within the scope', () => {
    const { before } = scenarioEvaluator({ ...board, scope: Int32Array.of(0, 1) })([]);
    expect(values(before.indices)).toEqual(close(-1, 0, 0, 0));
  });

  it('stand among the figures with their names', () => {
    const figures = panelFigures(scenarioEvaluator({ ...board, scope: null })([emptied]));
    expect(figures.find(({ id }) => id === 'moran_i')).toMatchObject({
      title: { nl: 'Moran I' },
      unit: 'index',
      direction: 'higher_is_worse',
      difference: expect.closeTo(-1 / 6, 12),
    });
  });

  it('are compared with areas that change places', () => {
    const { areas } = scenarioEvaluator({ ...board, scope: null })([emptied]);
    // Where every area touches every other, it does not matter who stands where.
    expect(chanceOfScenario(areas, INDICES.slice(0, 2), contiguity)).toEqual({
      moran_i: { before: expect.closeTo(-1 / 3, 12), after: expect.closeTo(-1 / 2, 12), by: 'places' },
      spatial_dissimilarity_queen: {
        before: expect.closeTo(1 / 3, 12),
        after: expect.closeTo(-1 / 6, 12),
        by: 'places',
      },
    });
  });

  it('are refused where nobody knows who touches whom', () => {
    const { contiguity: _, ...unknown } = board;
    expect(() => scenarioEvaluator({ ...unknown, scope: null })).toThrow(
      expect.objectContaining({ code: 'bad-parameter' }),
    );
  });
});
