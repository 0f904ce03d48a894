import { describe, expect, it } from 'vitest';
import type { Build } from '../../../core/scenario/edit.ts';
import type { SiteGeometry } from '../../../core/scenario/geometry.ts';
import {
  changeFacility,
  closeFacility,
  newSiteEdit,
  SITE_PURPOSES,
} from '../../../core/scenario/new-edits.ts';
import { parseScenario } from '../../../core/scenario/parse.ts';
import { dividedOver, type Site } from '../../../core/scenario/place.ts';
import { dividedByHand, redrawn, withHandNumber } from '../../../core/scenario/sites.ts';
import { add, common, scenario, site } from './example.ts';

const parts = (...weights: [string, number][]) => weights.map(([area, weight]) => ({ area, weight }));
const elsewhere: SiteGeometry = { type: 'Point', coordinates: [4, 51] };
const project = (place: Site): Build => ({ ...add('p', [], 10), place });
const placeOf = (edit: unknown) => (edit as { place: Site }).place;

describe('a site that is drawn elsewhere', () => {
  it('takes the surfaces there', () => {
    const there = parts(['B', 7]);
    const moved = placeOf(redrawn(project(site(0, 0, 1, 1, parts(['A', 5]))), elsewhere, there));
    expect(moved).toEqual({ kind: 'site', geometry: elsewhere, split: 'surface', parts: there });
  });

  it('keeps the numbers of a division by hand for the areas it still lies in', () => {
    const hand: Site = { ...site(0, 0, 1, 1, parts(['A', 6], ['B', 4])), split: 'hand' };
    const moved = placeOf(redrawn(project(hand), elsewhere, parts(['C', 90], ['B', 10])));
    expect(moved.split).toBe('hand');
    expect(moved.parts).toEqual(parts(['C', 0], ['B', 4]));
    // All ten go to B, the one area with a number.
    expect([...dividedOver(moved, 10)]).toEqual([0, 10]);
  });

  it('is a facility that lies elsewhere, and nothing for what was never drawn', () => {
    const given = { id: 'f', title: '', parts: [], social: 0, private: 0, functions: ['play'] };
    const facility = newSiteEdit('open-facility', {
      ...given,
      geometry: { type: 'Point', coordinates: [3, 50] },
    });
    expect(redrawn(facility, elsewhere, [])).toEqual({ ...facility, geometry: elsewhere });
    const whole = add('w', ['A'], 3);
    expect(redrawn(whole, elsewhere, [])).toBe(whole);
  });
});

describe('a division by hand', () => {
  it('begins with what every area has now, in whole dwellings', () => {
    // A quarter, a quarter and a half of 10: the largest remainders get what is left, the first of equal ones first.
    const begun = dividedByHand(site(0, 0, 1, 1, parts(['A', 25], ['B', 25], ['C', 50])), 10);
    expect(begun).toMatchObject({ split: 'hand', parts: parts(['A', 3], ['B', 2], ['C', 5]) });
    expect([...dividedOver(begun, 10)]).toEqual([3, 2, 5]);
  });

  it('counts what is filled in, in proportion where it does not add up', () => {
    const begun = dividedByHand(site(0, 0, 1, 1, parts(['A', 1], ['B', 1])), 10);
    const filled = withHandNumber(begun, 'A', 10);
    expect(filled.parts).toEqual(parts(['A', 10], ['B', 5]));
    expect([...dividedOver(filled, 15)]).toEqual([10, 5]);
    // 10 of 15 and 5 of 15 of 9 dwellings.
    expect([...dividedOver(filled, 9)]).toEqual([6, 3]);
  });
});

describe('an edit that a drawing or a chosen place makes', () => {
  it('is one of the file format', () => {
    const { geometry } = site(0, 0, 1, 1, []);
    const given = {
      title: 'Hof',
      geometry,
      parts: parts(['A', 1]),
      social: 5,
      private: 2,
      functions: ['play'],
    };
    const edits = [
      ...SITE_PURPOSES.map(purpose => newSiteEdit(purpose, { ...given, id: purpose })),
      changeFacility('change', 'demo/12', ['play', 'meeting']),
      closeFacility('close', 'demo/13'),
    ];
    expect(parseScenario(scenario(edits)).edits).toEqual(edits);
    expect(edits[0]).toMatchObject({ kind: 'build', title: 'Hof', social: { unspecified: 5 }, private: 2 });
    expect(edits[1]).toEqual({
      ...common('exclude'),
      kind: 'exclude',
      title: 'Hof',
      place: { kind: 'site', geometry, split: 'surface', parts: parts(['A', 1]) },
    });
  });
});
