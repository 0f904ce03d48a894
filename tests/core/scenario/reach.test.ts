import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { straightLineReach } from '../../../core/access/straight-line.ts';
import type { Build, Edit } from '../../../core/scenario/edit.ts';
import { evaluateScenario } from '../../../core/scenario/evaluate.ts';
import { functionsNeeded } from '../../../core/scenario/facilities.ts';
import { type ModelMaker, reachEvaluator } from '../../../core/scenario/reach.ts';
import { add, common } from './example.ts';

// Four areas a hundredth of a degree apart from south to north: 1,112.5 m; a playground at the first and a meeting
// place with play at the last.
const LAT = [51, 51.01, 51.02, 51.03];
const at = (lat: number) => ({ type: 'Point' as const, coordinates: [3.7, lat] as [number, number] });
const ground = {
  lon: Float64Array.of(3.7, 3.7, 3.7, 3.7),
  lat: Float64Array.from(LAT),
  facilities: [
    { code: 's/play', functions: ['play'], geometry: at(LAT[0]!) },
    { code: 's/both', functions: ['play', 'meeting'], geometry: at(LAT[3]!) },
    { code: 's/green', functions: ['green'], geometry: at(LAT[1]!) },
  ],
  children: Float64Array.of(10, 20, Number.NaN, 30),
};
const setting = {
  codes: ['A', 'B', 'C', 'D'],
  group: Float64Array.of(5, 5, 5, 5),
  total: Float64Array.of(100, 100, 100, 100),
  scope: null,
};
const open = (id: string, lat: number, functions: string[]): Edit => ({
  ...common(id),
  kind: 'open-facility',
  title: '',
  functions,
  geometry: at(lat),
  year: null,
});
const change = (facility: string, functions: string[]): Edit => ({
  ...common(`${facility}${functions}`),
  kind: 'change-facility',
  facility,
  functions,
});
const close = (facility: string): Edit => ({ ...common(`-${facility}`), kind: 'close-facility', facility });

const reachOf = (edits: readonly Edit[], parameters = {}, reach: typeof ground | object = ground) => {
  const found = evaluateScenario({ ...setting, reach: { ...ground, ...reach }, edits, parameters }).reach;
  return { play: found[0]!, meeting: found[1]! };
};

describe('reach of places', () => {
  it('is the part of the children whose area lies near enough on foot', () => {
    // Of 60 known children 10 live by the playground and 30 by the other; C’s are not known.
    expect(reachOf([]).play).toEqual({
      function: 'play',
      withinM: 400,
      before: 40 / 60,
      after: 40 / 60,
      newDwellings: null,
      weighedBy: 'children',
      areasWithout: 1,
      deprived: null,
      places: { before: 2, after: 2 },
      by: 'straightLine',
      newChildren: { within: 0, all: 0 },
      points: 4,
      pointsOff: 0,
    });
    expect(reachOf([]).meeting).toMatchObject({ withinM: 800, before: 0.5, places: { before: 1, after: 1 } });
  });

  it('takes the distance and the detour from the scenario', () => {
    // 1,112.5 m in a straight line is 1,446 m with a detour of 1.3 and 1,112.5 m with none.
    expect(reachOf([], { playWithinM: 1440 }).play.before).toBe(40 / 60);
    expect(reachOf([], { playWithinM: 1450 }).play.before).toBe(1);
    expect(reachOf([], { playWithinM: 1120, detour: 1 }).play.before).toBe(1);
  });

  it('counts places that open, close and change', () => {
    expect(reachOf([open('o', LAT[1]!, ['play'])]).play).toMatchObject({
      before: 40 / 60,
      after: 1,
      places: { before: 2, after: 3 },
    });
    expect(reachOf([close('s/play')]).play).toMatchObject({ after: 0.5, places: { after: 1 } });
    expect(reachOf([change('s/green', ['green', 'play'])]).play.after).toBe(1);
    expect(reachOf([change('s/both', ['play'])])).toMatchObject({
      play: { after: 40 / 60 },
      meeting: { after: 0 },
    });
    // Of two edits of one place the last counts; one that is switched off and a place unknown do not.
    expect(reachOf([close('s/play'), change('s/play', ['play'])]).play.after).toBe(40 / 60);
    expect(reachOf([{ ...close('s/play'), enabled: false }, close('elsewhere')]).play.after).toBe(40 / 60);
  });

  it('tells how many of the new social dwellings come within reach', () => {
    const built = [add('a', ['A'], 10), add('b', ['B'], 30)];
    expect(reachOf(built).play).toMatchObject({ before: 40 / 60, after: 40 / 60, newDwellings: 0.25 });
    expect(reachOf([...built, open('o', LAT[1]!, ['play'])]).play.newDwellings).toBe(1);
  });

  it('tells children in families that score as deprived apart from the others', () => {
    // A: 10 · 0.5 = 5, B: 20 · 0.25 = 5, D: not known; C has no number of children.
    const poverty = Float64Array.of(0.5, 0.25, 0.2, Number.NaN);
    const reachIn = (edits: readonly Edit[]) =>
      evaluateScenario({ ...setting, reach: ground, poverty, edits }).reach[0]!.deprived;
    expect(reachIn([])).toEqual({
      before: 5 / 10,
      after: 5 / 10,
      othersBefore: 5 / 20,
      othersAfter: 5 / 20,
      areasWithout: 1,
    });
    expect(reachIn([open('o', LAT[1]!, ['play'])])).toMatchObject({ before: 0.5, after: 1, othersAfter: 1 });
    const unknown = new Float64Array(4).fill(Number.NaN);
    expect(
      evaluateScenario({ ...setting, reach: ground, poverty: unknown, edits: [] }).reach[0]!.deprived,
    ).toBeNull();
  });

  it('weighs with dwellings where children are not known', () => {
    expect(reachOf([], {}, { children: null }).play).toMatchObject({
      before: 0.5,
      weighedBy: 'dwellings',
      areasWithout: 0,
    });
  });

  // A is settled at its point and a hundredth of a degree north of it, D at its point alone; weights 3 and 1.
  const settlement = {
    points: {
      lon: Float64Array.of(3.7, 3.7, 3.7, 3.7, 3.7),
      lat: Float64Array.of(51, 51.01, 51.01, 51.02, 51.03),
    },
    starts: Int32Array.of(0, 2, 3, 4, 5),
    weight: Float64Array.of(3, 1, 1, 1, 1),
  };

  it('is counted at the points where people live', () => {
    // Three quarters of A's 10 children live by the playground.
    expect(reachOf([], {}, { settlement }).play).toMatchObject({ before: (7.5 + 30) / 60, points: 5 });
    // Ten dwellings come in A, as its people live: three quarters of them by the playground.
    expect(reachOf([add('a', ['A'], 10)], {}, { settlement }).play).toMatchObject({
      after: 37.5 / 60,
      newDwellings: 0.75,
      newChildren: { within: 0, all: 0 },
    });
  });

  it('counts the children who come with new dwellings, where those come', () => {
    const poverty = Float64Array.of(0.5, 0.25, 0.2, Number.NaN);
    const family = (id: string, place: Build['place']): Build => ({
      ...(add(id, ['A'], 0) as Build),
      social: { '3': 10 },
      place,
    });
    const evaluated = (edits: readonly Edit[]) =>
      evaluateScenario({ ...setting, reach: { ...ground, settlement }, poverty, edits }).reach[0]!;
    // Ten dwellings of three bedrooms have room for twenty children, fifteen of them by the playground.
    const inA = evaluated([family('a', { kind: 'areas', areas: ['A'], split: 'even' })]);
    expect(inA.newChildren).toEqual({ within: 15, all: 20 });
    expect(inA.after).toBeCloseTo((37.5 + 15) / 80, 12);
    // Of A's children half score as deprived, of those who come too: 0.5·7.5 of 10 there, of 5 + 5 in A and B.
    expect(inA.deprived!.before).toBeCloseTo(3.75 / 10, 12);
    expect(inA.deprived!.after).toBeCloseTo((3.75 + 7.5) / 20, 12);
    expect(inA.deprived!.othersAfter).toBeCloseTo((3.75 + 7.5) / 30, 12);
    // On a site 100 m from the playground all of them are near; 1,112 m from it none, until a place opens there.
    const onSite = (lat: number): Build['place'] => ({
      kind: 'site',
      geometry: at(lat),
      split: 'surface',
      parts: [{ area: 'A', weight: 1 }],
    });
    expect(evaluated([family('s', onSite(51.0009))])).toMatchObject({
      newChildren: { within: 20, all: 20 },
      newDwellings: 1,
    });
    const far = family('s', onSite(51.01));
    expect(evaluated([far])).toMatchObject({ newChildren: { within: 0, all: 20 }, newDwellings: 0 });
    expect(evaluated([far, open('o', 51.0109, ['play'])]).newChildren).toEqual({ within: 20, all: 20 });
    expect(evaluated([far, open('o', 51.0109, ['play']), close('s/play')]).newChildren.within).toBe(20);
  });

  it('has no value where there are no places to know of, and 0 where all are closed', () => {
    expect(evaluateScenario({ ...setting, edits: [] }).reach).toEqual([]);
    expect(reachOf([close('s/play'), close('s/both')]).play.after).toBe(0);
  });

  it('asks the model again only of areas whose place has gone', () => {
    const asked: (number | string)[] = [];
    const counting: ModelMaker = ({ points }, detour) => {
      const model = straightLineReach(points, detour);
      return {
        toNearest: (places, chosen) => {
          asked.push(chosen?.length ?? 'all');
          return model.toNearest(places, chosen);
        },
      };
    };
    const areas = evaluateScenario({ ...setting, edits: [] }).areas;
    const reach = reachEvaluator(ground, areas.index, { modelOf: counting });
    reach([], {}, areas);
    expect(asked).toEqual(['all', 'all']);
    const closed = [close('s/play')];
    reach(closed, {}, areas);
    // A and B are nearest to the one that closes.
    expect(asked.slice(2)).toEqual([2]);
    reach([...closed, add('x', ['A'], 1)], {}, areas);
    expect(asked).toHaveLength(3);
  });

  it('whatever the edits, an evaluator that is kept answers as one made anew', () => {
    const code = fc.constantFrom(...ground.facilities.map(one => one.code));
    const functions = fc.subarray(['play', 'meeting', 'green'], { minLength: 1 });
    const edit = fc.oneof(
      fc
        .tuple(fc.integer({ min: 0, max: 3 }), functions)
        .map(([i, has]) => open(`o${i}${has}`, LAT[i]!, has)),
      fc.tuple(code, functions).map(([one, has]) => change(one, has)),
      code.map(close),
    );
    const areas = evaluateScenario({ ...setting, edits: [] }).areas;
    const kept = reachEvaluator(ground, areas.index);
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 5 }), edits => {
        expect(kept(edits, {}, areas)).toEqual(reachEvaluator(ground, areas.index)(edits, {}, areas));
      }),
    );
  });

  it('needs places of every function only where an edit names a place', () => {
    expect(functionsNeeded([])).toEqual(['play', 'meeting']);
    expect(functionsNeeded([close('s/play')])).toBe('all');
    expect(functionsNeeded([change('s/green', ['play'])])).toBe('all');
  });
});
