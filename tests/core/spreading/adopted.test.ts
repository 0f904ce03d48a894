import { describe, expect, it } from 'vitest';
import { plannedHomes, plannedPlaces } from '../../../core/spreading/coupled/adopted.ts';
import { planEdits } from '../../../core/spreading/scenario.ts';

describe('a plan that is taken over', () => {
  it('gives families the smallest size that is one for them, and the others the one below', () => {
    expect(plannedHomes(10, 4, 2)).toEqual({ '1': 6, '2': 4 });
    expect(plannedHomes(10, 10, 3)).toEqual({ '3': 10 });
    expect(plannedHomes(3, 1, 1)).toEqual({ studio: 2, '1': 1 });
    expect(plannedHomes(3, 0, 5)).toEqual({ '4': 3 });
    expect(plannedHomes(3, 1, 5)).toEqual({ '4': 2, '5+': 1 });
  });

  it('keeps the sizes in its edits, and has none where the plan tells none apart', () => {
    let next = 0;
    const id = () => String(next++);
    const edits = planEdits(
      [
        { code: 'a', dwellings: 2, note: '' },
        { code: 'b', dwellings: 5, note: '', homes: { '1': 2, '2': 3 } },
      ],
      id,
    );
    expect(edits.map(edit => edit.kind === 'build' && edit.social)).toEqual([
      { '1': 2, '2': 3 },
      { unspecified: 2 },
    ]);
  });

  it('opens its places to play once', () => {
    const place = { title: 'Speelplek', lon: 4.5, lat: 51 };
    const first = plannedPlaces([place], [], () => 'x');
    expect(first).toMatchObject([
      { kind: 'open-facility', functions: ['play'], geometry: { coordinates: [4.5, 51] }, enabled: true },
    ]);
    expect(plannedPlaces([place], first, () => 'y')).toEqual([]);
  });
});
