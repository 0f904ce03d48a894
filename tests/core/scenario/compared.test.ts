import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonGround } from '../../../core/scenario/common-ground.ts';
import { comparedFigures } from '../../../core/scenario/compared-figures.ts';
import { evaluateScenario } from '../../../core/scenario/evaluate.ts';
import { panelFigures } from '../../../core/scenario/figures.ts';
import { verdictOf } from '../../../core/scenario/verdict.ts';
import { add, scenario } from './example.ts';

const setting = {
  codes: ['A', 'B'],
  group: Float64Array.of(1, 3),
  total: Float64Array.of(10, 10),
  scope: null,
};
const figuresOf = (dwellings: number) =>
  panelFigures(evaluateScenario({ ...setting, edits: dwellings === 0 ? [] : [add('e', ['A'], dwellings)] }));

describe('the figures of two', () => {
  it('are what each comes to, and the second minus the first', () => {
    const compared = comparedFigures(figuresOf(4), figuresOf(10));
    const of = (id: string) => compared.find(figure => figure.id === id);
    expect(of('social_dwellings')).toMatchObject({ first: 8, second: 14, difference: 6 });
    expect(of('social_share')).toMatchObject({
      first: 8 / 24,
      second: 14 / 30,
      difference: 14 / 30 - 8 / 24,
    });
    expect(of('poverty_exposure')).toMatchObject({ first: null, second: null, difference: null });
  });

  it('of now and a scenario are its own before and after', () => {
    const own = figuresOf(10);
    for (const { id, first, second } of comparedFigures(figuresOf(0), own)) {
      const { before, after } = own.find(figure => figure.id === id)!;
      expect([id, second]).toEqual([id, after]);
      // What is built has a before of none; the others are as they are.
      expect([id, first]).toEqual([id, before]);
    }
  });

  it('change sign when the two change places', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), (one, other) => {
        const there = comparedFigures(figuresOf(one), figuresOf(other));
        const back = new Map(
          comparedFigures(figuresOf(other), figuresOf(one)).map(figure => [figure.id, figure.difference]),
        );
        for (const { id, difference } of there)
          expect(difference === null ? null : 0 - difference).toEqual(
            back.get(id) === null ? null : back.get(id)! + 0,
          );
      }),
      { numRuns: 30 },
    );
  });

  it('are better or worse by their direction, and the same where no digit shows it', () => {
    expect(verdictOf(0.01, 'higher_is_worse', 'index')).toBe('worse');
    expect(verdictOf(-0.01, 'higher_is_worse', 'index')).toBe('better');
    expect(verdictOf(0.01, 'higher_is_better', 'share')).toBe('better');
    expect(verdictOf(1, 'neutral', 'count')).toBe('more');
    expect(verdictOf(-1, 'neutral', 'count')).toBe('less');
    expect(verdictOf(0.00004, 'higher_is_worse', 'share')).toBe('same');
  });
});

describe('the ground of two scenarios', () => {
  const { baseline } = scenario();

  it('is that of the second; another release or scope is brought over and told', () => {
    expect(commonGround(baseline, { ...baseline })).toEqual({ ground: baseline, brought: [] });
    const other = { ...baseline, release: 'c'.repeat(64), scope: null };
    expect(commonGround(baseline, other)).toEqual({ ground: other, brought: ['release', 'scope'] });
    const again = { ...baseline, scope: { ...baseline.scope! } };
    expect(commonGround(baseline, again)).toMatchObject({ brought: [] });
  });

  it('is none where edits would be laid over counts they were not made for', () => {
    expect(commonGround(baseline, { ...baseline, year: 2021, region: 'gm' })).toEqual({
      refused: ['region', 'year'],
    });
    expect(commonGround(baseline, { ...baseline, areasHash: 'd'.repeat(64) })).toEqual({
      refused: ['areasHash'],
    });
  });
});
