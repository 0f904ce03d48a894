import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { followAddress } from '../../web/state/address.ts';
import { initialView, setView, useView } from '../../web/state/view.ts';

/** A browser's address bar and history, as far as the address needs them. */
const entries: string[] = [];
vi.stubGlobal('location', { search: '' });
vi.stubGlobal('window', new EventTarget());
vi.stubGlobal('history', {
  state: null,
  pushState: (_: unknown, __: string, address: string) => entries.push(address),
  replaceState: (_: unknown, __: string, address: string) => entries.splice(-1, 1, address),
});
followAddress();
afterAll(() => vi.unstubAllGlobals());

const area = (code: string) => ({ level: 'sector' as const, code });

describe('the back button', () => {
  beforeEach(() => {
    useView.setState({ ...initialView, region: 'demo' });
    entries.splice(0, entries.length, '?region=demo');
  });

  it('gets one step for one thing a person did', () => {
    setView({ place: 'compare' });
    setView({ scope: { level: 'municipality', code: '44021' }, camera: null, level: null });
    setView({ pinned: area('A') });
    expect(entries).toHaveLength(4);
    expect(entries.at(-1)).toBe('?place=compare&region=demo&scope=municipality%3A44021&area=sector%3AA');
  });

  it('gets none when the same is chosen again', () => {
    setView({ pinned: area('A'), sort: { column: 'zones', down: true } });
    setView({ pinned: area('A') });
    setView({ sort: { column: 'zones', down: true } });
    setView({ hovered: area('B'), dialog: 'palette' });
    expect(entries).toHaveLength(2);
  });

  it('gets none for moving the map, choosing areas or another language, and the address follows', () => {
    setView({ camera: { lon: 3, lat: 51, zoom: 10 } });
    setView({ selection: { level: 'sector', codes: ['A'] } });
    setView({ language: 'en' });
    expect(entries).toEqual(['?region=demo&sel=sector%3AA&lang=en&at=51.00000%2F3.00000%2F10.00']);
  });

  it('gets one for another side or view of a comparison, and none for its divider', () => {
    setView({ place: 'scenario', scenario: 'x', versus: 'swipe', right: 'x' });
    setView({ left: 'y' });
    setView({ split: 30 });
    setView({ versus: 'table' });
    expect(entries).toHaveLength(4);
    expect(entries[2]).toBe('?place=scenario&region=demo&scenario=x&versus=swipe&left=y&right=x&split=30');
  });

  it('gets none for the scope of an open scenario, which is undone instead', () => {
    setView({ place: 'scenario', scenario: 'x' });
    setView({ scope: { level: 'municipality', code: '44021' } });
    expect(entries).toHaveLength(2);
    expect(entries.at(-1)).toContain('scope=municipality%3A44021');
  });
});
