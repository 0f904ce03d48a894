import { describe, expect, it } from 'vitest';
import { bodyOf, type SitingAsk, useSitingAsk } from '../../web/siting/ask.ts';

const asked = (change: Partial<SitingAsk> = {}): SitingAsk => ({
  ...useSitingAsk.getInitialState(),
  ...change,
});

describe('what the form of siting asks', () => {
  it('is, untouched, the two sites of a lattice that reach most children', () => {
    expect(bodyOf(asked(), [])).toEqual({
      aim: 'cover',
      functions: [{ id: 'play', withinM: 400 }],
      places: 2,
      povertyWeight: 1,
      spacingM: 0,
      budget: null,
      capacity: null,
      together: false,
      candidates: { kind: 'lattice', sideM: 250 },
    });
  });

  it('has for each of several functions what is its own, and prices only under a budget', () => {
    const ask = asked({
      functions: ['play', 'meeting'],
      own: { meeting: { withinM: 800, most: 1, cost: 50_000 } },
      budgetEuros: 300_000,
    });
    expect(bodyOf(ask, [])).toMatchObject({
      functions: [
        { id: 'play', withinM: 400, cost: 100_000 },
        { id: 'meeting', withinM: 800, most: 1, cost: 50_000 },
      ],
      budget: 300_000,
      together: true,
    });
    expect(bodyOf({ ...ask, budgetEuros: null }, []).functions[1]).toEqual({
      ...{ id: 'meeting', withinM: 800, most: 1 },
    });
    // What one function has of its own counts beside others only.
    expect(bodyOf({ ...ask, functions: ['meeting'] }, []).functions).toEqual([
      { id: 'meeting', withinM: 400, cost: 100_000 },
    ]);
  });

  it('leaves out what its aim does not keep', () => {
    const ask = asked({ budgetEuros: 300_000, capacity: 40, places: 7 });
    expect(bodyOf({ ...ask, aim: 'median' }, [])).toMatchObject({
      capacity: null,
      budget: 300_000,
      places: 7,
    });
    expect(bodyOf({ ...ask, aim: 'centre' }, [])).toMatchObject({ capacity: null, budget: null, places: 7 });
    expect(bodyOf({ ...ask, aim: 'all' }, [])).toMatchObject({ capacity: null, budget: null, places: 1 });
  });

  it('gives points as longitude and latitude', () => {
    expect(bodyOf(asked({ candidates: 'points' }), [{ lat: 51, lon: 3.7 }]).candidates).toEqual({
      kind: 'points',
      points: [[3.7, 51]],
    });
  });
});
