import { describe, expect, it } from 'vitest';
import { curve, curveProven } from '../../../core/siting/curve.ts';
import { sitingEdits } from '../../../core/siting/edits.ts';
import type { SitingQuestion } from '../../../core/siting/question.ts';
import { SITING_AIMS, type SitingProgress, site, siteProven } from '../../../core/siting/site.ts';
import { loadSolver } from '../../../core/solver/highs.ts';
import { street, stretch } from './street.ts';

// A street of 3 km. Most children live in the west, most children in poverty in the east.
const homes = [
  { at: 0, children: 60, poverty: 2 },
  { at: 300, children: 40, poverty: 3 },
  { at: 1500, children: 30, poverty: 20 },
  { at: 1800, children: 25, poverty: 20 },
  { at: 3000, children: 10, poverty: 1 },
];
const sites = [
  { id: 'west', at: 100 },
  { id: 'middle', at: 900 },
  { id: 'east', at: 1700 },
  { id: 'far', at: 3100 },
];
const ids = (question: SitingQuestion, aim: Parameters<typeof site>[1] = 'cover') =>
  site(question, aim).places.map(place => place.candidate.id);

describe('where the next place should be', () => {
  it('is where it reaches most children, and says whom', () => {
    const found = site(street(homes, sites), 'cover');
    expect(found).toMatchObject({
      unit: 'weighted-children',
      before: 0,
      after: 100,
      bound: 100,
      optimal: true,
    });
    expect(found.places[0]).toMatchObject({
      candidate: { id: 'west' },
      function: 'play',
      reason: {
        key: 'none-had',
        withinM: 400,
        reached: { children: 100, poverty: 5 },
        hadNone: { children: 100, poverty: 5 },
        onlyHere: { children: 100, poverty: 5 },
      },
    });
    expect(found.reach[0]).toEqual({
      function: 'play',
      withinM: 400,
      all: { children: 165, poverty: 46 },
      before: { children: 0, poverty: 0 },
      after: { children: 100, poverty: 5 },
    });
  });

  it('moves to children in poverty as they count more', () => {
    // 100 + 5 w against 55 + 40 w: from a weight of 45 / 35 on the east is first.
    expect(ids(street(homes, sites, { povertyWeight: 1.28 }))).toEqual(['west']);
    expect(ids(street(homes, sites, { povertyWeight: 1.29 }))).toEqual(['east']);
  });

  it('keeps existing places, and counts who has none', () => {
    const found = site(street(homes, sites, { existing: [0], most: 2 }), 'cover');
    expect(found.places.map(place => place.candidate.id)).toEqual(['east', 'far']);
    expect(found.before).toBe(100);
    expect(found.reach[0]!.after.children).toBe(165);
    expect(ids(street(homes, sites, { existing: [1450], most: 1 }))).toEqual(['west']);
    // East reaches two homes of which one has the place at 1450.
    const some = site(street(homes, sites.slice(2, 3), { existing: [1150] }), 'cover').places[0]!.reason;
    expect(some).toMatchObject({ key: 'some-had', reached: { children: 55 }, hadNone: { children: 25 } });
  });

  it('respects spacing, zones, budget and the number of each function', () => {
    const near = [...sites, { id: 'west-too', at: 390 }];
    expect(ids(street(homes, near, { most: 2, withinM: 150, spacingM: 0 }))).toEqual(['west', 'west-too']);
    expect(ids(street(homes, near, { most: 2, withinM: 150, spacingM: 300 }))).toEqual(['west', 'east']);
    const zone = site(street(homes, sites, { excluded: [stretch(50, 200)] }), 'cover');
    expect(zone.leftOut).toEqual([{ id: 'west', function: null, why: 'excluded' }]);
    expect(zone.places[0]!.candidate.id).toBe('east');
    const spaced = site(street(homes, sites, { existing: [1600], spacingM: 200 }), 'cover');
    expect(spaced.leftOut).toEqual([{ id: 'east', function: 'play', why: 'near-existing' }]);
    const priced = sites.map(one => ({ ...one, cost: one.id === 'west' ? 10 : 4 }));
    expect(ids(street(homes, priced, { most: 4, budget: 9 }))).toEqual(['east', 'far']);
  });

  it('places several functions at once, one on a site unless they go together', () => {
    const both = sites.map(one => ({ ...one, functions: ['play', 'meeting'] }));
    const question = street(homes, both, { most: 2 });
    const [play] = question.functions;
    const two = { ...question, functions: [play!, { ...play!, id: 'meeting' }] };
    const apart = site(two, 'cover');
    expect(apart.places.map(place => place.candidate.id)).toEqual(['west', 'east']);
    const together = site({ ...two, together: true }, 'cover');
    expect(together.places.map(place => place.candidate.id)).toEqual(['west', 'west']);
    const one = { ...two, together: true, functions: [play!, { ...play!, id: 'meeting', most: 0 }] };
    expect(site(one, 'cover').places.map(place => place.function)).toEqual(['play', 'play']);
  });

  it('serves no more children than there is room for', () => {
    const room = sites.map(one => ({ ...one, capacity: one.id === 'west' ? 50 : null }));
    const found = site(street(homes, room), 'cover');
    expect(found.places[0]!.candidate.id).toBe('east');
    expect(found).toMatchObject({ after: 55, optimal: true });
  });

  it('makes walks short, on average or at the longest, or reaches all', () => {
    const mean = site(street(homes, sites, { most: 2 }), 'median');
    expect(mean.places.map(place => place.candidate.id).toSorted()).toEqual(['east', 'west']);
    // 100, 200, 200, 100 and 1300 m; before, everybody counts as at 5,000 m.
    const after = (60 * 100 + 40 * 200 + 30 * 200 + 25 * 100 + 10 * 1300) / 165;
    expect(mean).toMatchObject({ unit: 'mean-metres', before: 5000, optimal: true });
    expect(mean.after).toBeCloseTo(after, 9);
    expect(mean.bound).toBeCloseTo(after, 9);
    const central = site(street(homes, sites, { most: 2 }), 'centre');
    // Middle and far: 900, 600, 600, 900 and 100 m.
    expect(central).toMatchObject({ unit: 'metres', after: 900, bound: 900, optimal: true });
    const all = site(street(homes, sites), 'all');
    expect(all).toMatchObject({ unit: 'places', after: 3, bound: 3, optimal: true, unreachable: 0 });
    expect(ids(street(homes, sites, { withinM: 50 }), 'all')).toEqual([]);
    expect(site(street(homes, sites, { withinM: 50 }), 'all').unreachable).toBe(165);
  });

  it('tells how far it is: each plan no better than its bound, the last one the answer', () => {
    for (const aim of SITING_AIMS) {
      const news: SitingProgress[] = [];
      const found = site(street(homes, sites, { most: 2 }), aim, { onProgress: soFar => news.push(soFar) });
      expect(news.length, aim).toBeGreaterThan(0);
      for (const { after, bound } of news) {
        if (aim === 'cover') expect(bound).toBeGreaterThanOrEqual(after - 1e-9);
        else expect(bound).toBeLessThanOrEqual(after + 1e-9);
      }
      expect(news.at(-1)!.siting().places).toEqual(found.places);
    }
  });

  it('pays for the site and for what comes on it', () => {
    // A site costs 1 and a place to play 4: 9 pays for one of them, 10 for two.
    const priced = (budget: number) => {
      const question = street(homes, sites, { most: 4, budget });
      return ids({ ...question, functions: question.functions.map(one => ({ ...one, cost: 4 })) });
    };
    expect(priced(9)).toEqual(['west']);
    expect(priced(10)).toEqual(['west', 'east']);
    expect(() => priced(4)).toThrow('A budget of 4 buys no place; the cheapest costs 5');
  });

  it('leaves to the solver what it cannot prove itself, and nothing else', async () => {
    const time = { secondsLeft: () => 60, solver: () => Promise.reject(new Error('not needed')) };
    const easy = street(homes, sites, { most: 2 });
    for (const aim of SITING_AIMS) expect(await siteProven(easy, aim, time)).toEqual(site(easy, aim));
    expect(await curveProven(easy, time)).toEqual(curve(easy));
    // 4 buys the site of 30 children for 3, which greedy takes, or both of 16 for 2 each, which serve 32.
    const three = [0, 1000, 2000].map((at, k) => ({ at, children: k === 0 ? 30 : 16 }));
    const priced = three.map(({ at }, k) => ({ id: `${at}`, at, cost: k === 0 ? 3 : 2, capacity: 100 }));
    const hard = street(three, priced, { most: 3, budget: 4 });
    expect(site(hard, 'cover')).toMatchObject({ after: 30, optimal: false, provenBy: 'search' });
    const news: SitingProgress[] = [];
    const proven = await siteProven(hard, 'cover', {
      ...{ ...time, solver: loadSolver },
      onProgress: soFar => news.push(soFar),
    });
    expect(proven).toMatchObject({ after: 32, bound: 32, gap: 0, optimal: true, provenBy: 'solver' });
    expect(proven.places.map(place => place.candidate.id).toSorted()).toEqual(['1000', '2000']);
    expect(news.every(({ after, bound }) => bound >= after)).toBe(true);
    expect(await siteProven(hard, 'cover', { ...time, isCancelled: () => true })).toMatchObject({
      after: 30,
    });
  });

  it('draws the curve of what so many places reach', () => {
    const drawn = curve(street(homes, sites, { most: 4 }));
    expect(drawn.points).toEqual([
      { places: 0, share: 0, bound: 0 },
      { places: 1, share: 100 / 165, bound: 100 / 165 },
      { places: 2, share: 155 / 165, bound: 155 / 165 },
      { places: 3, share: 1, bound: 1 },
    ]);
    expect(drawn).toMatchObject({ most: 1, forAll: { places: 3, bound: 3 } });
    // It may go on beyond the number that is asked for, and ends where nothing is left to reach.
    expect(curve(street(homes, sites, { most: 1 }), { upTo: 50 })).toEqual(drawn);
  });

  it('becomes edits of a scenario', () => {
    const { places } = site(street(homes, sites, { most: 2 }), 'cover');
    let next = 1;
    const edits = sitingEdits(
      places,
      { title: ([first]) => first!.candidate.id, note: there => `${there.length}` },
      () => `${next++}`,
    );
    expect(edits[0]).toEqual({
      id: 'siting-1',
      kind: 'open-facility',
      title: 'west',
      functions: ['play'],
      geometry: { type: 'Point', coordinates: [3 + 100 / 111_320, 0] },
      year: null,
      note: '1',
      author: '',
      enabled: true,
    });
  });
});

describe('a question that cannot be answered', () => {
  const refused = (
    more: Parameters<typeof street>[2],
    change: Partial<(typeof sites)[0] & { cost: number; capacity: number; functions: string[] }> = {},
    aim: Parameters<typeof site>[1] = 'cover',
  ) => {
    const changed = sites.map((one, k) => (k === 0 ? { ...one, ...change } : one));
    return () => site(street(homes, changed, more), aim);
  };
  it('says what is wrong and the way out', () => {
    expect(() => site(street(homes, []), 'cover')).toThrow('There is no candidate site');
    expect(refused({ most: 5 })).toThrow('5 places are asked for and 4 candidates can have one; ask for 4');
    expect(refused({ most: 0 })).toThrow('0 places cannot be sited');
    expect(refused({ budget: 0.5 })).toThrow('A budget of 0.5 buys no place; the cheapest costs 1');
    expect(refused({}, { capacity: 0 })).toThrow('Candidate west has a capacity of 0');
    expect(refused({}, { cost: -1 })).toThrow('cost of candidate west of -1 units');
    expect(refused({}, { id: 'east' })).toThrow('Candidate east stands there twice');
    expect(refused({ scope: [stretch(500, 4000)] })).toThrow('Candidate west lies outside the scope');
    expect(refused({ excluded: [stretch(-50, 4000)] })).toThrow('No candidate site is left');
    expect(refused({ withinM: -400 })).toThrow('A distance of -400 metres is none');
    expect(refused({ withinM: 6000 })).toThrow('distances were measured to 5000 m');
    expect(refused({ functions: [] })).toThrow('There is no function to place');
    expect(refused({ povertyWeight: -1 })).toThrow('poverty weight of -1');
    expect(refused({ spacingM: Number.NaN })).toThrow('spacing of NaN');
    expect(refused({}, { capacity: 5 }, 'median')).toThrow('only the aim cover takes');
    expect(refused({ budget: 5 }, {}, 'all')).toThrow('The aim all counts places');
    expect(
      refused({ most: 1, distances: street(homes, sites).distances, spacingM: 0 }, {}, 'centre'),
    ).not.toThrow();
  });
});
