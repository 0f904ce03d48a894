import { describe, expect, it } from 'vitest';
import { codesInAddress, parseView, viewAddress } from '../../web/state/url.ts';
import { initialView, type View } from '../../web/state/view.ts';

const everything: View = {
  place: 'scenario',
  release: 'abc123',
  region: 'demo',
  scope: { level: 'municipality', code: '44021' },
  level: 'sector',
  year: 2021,
  indicator: 'child_poverty',
  method: 'equal_interval',
  classCount: 7,
  facilities: ['play', 'green'],
  pinned: { level: 'sector', code: '11001A00-' },
  selection: { level: 'sector', codes: ['11001A00-', 'a,b', 'c d', 'BE:44021', '50%', 'é/&=?#+'] },
  camera: { lon: 3.72521, lat: 51.05364, zoom: 11.25 },
  scenario: 'a1b2',
  shown: 'after',
  table: true,
  language: 'en',
  of: 'province',
  index: 'hutchens',
  sort: { column: 'poverty', down: false },
  cityDensity: 12.5,
  draws: 99,
  seed: 7,
  clamp: true,
  about: 'places',
  reachLayer: 'unmet',
  webWithinM: 650,
  placeAges: '6-11',
  norm: 'leap',
  reachFunctions: ['play', 'green'],
  withinM: 500,
  minAreaM2: 0,
  ages: '6-11',
  versus: 'beside',
  left: 'a1b2',
  right: 'c-3_D',
  split: 37,
};

describe('The address', () => {
  it('brings everything back, commas, colons and percent signs in codes included', () => {
    expect(parseView(viewAddress(everything))).toEqual(everything);
  });

  it('of the start is short', () => {
    expect(viewAddress(initialView)).toBe('?');
    expect(parseView('')).toEqual(initialView);
  });

  it('falls back to the start for what it cannot read', () => {
    const view = parseView(
      '?place=moon&level=street&year=x&classes=magic-9&scope=municipality:&at=99/0/3&sel=sector:&area=44021&lang=fr&of=street&sort=colour-up&city=-1&draws=1.5&seed=x&versus=above&left=a%20b&right=&split=101&about=x&reach=far&norm=a%20b&within=-1&surface=x&ages=old',
    );
    expect(view).toEqual(initialView);
  });

  it.each([
    '%25',
    '%',
    '%E0%A4%A',
    'A,%25',
    '%25zz',
    '%2525%25',
  ])('shows no selection for codes that cannot be read: %s', codes => {
    expect(parseView(`?sel=sector:${codes}`).selection).toBeNull();
  });

  it('leaves a selection too long for an address to the history entry', () => {
    const codes = Array.from({ length: codesInAddress + 1 }, (_, i) => `S${i}`);
    const view = { ...initialView, selection: { level: 'sector' as const, codes } };
    expect(viewAddress(view)).not.toContain('sel=');
  });

  it('accepts a code that holds a colon', () => {
    expect(parseView('?scope=municipality:BE:44021').scope).toEqual({
      level: 'municipality',
      code: 'BE:44021',
    });
  });
});
