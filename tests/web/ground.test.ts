import { describe, expect, it } from 'vitest';
import type { ScenarioBaseline } from '../../core/scenario/document.ts';
import type { ReleaseView } from '../../web/data/types.ts';
import { movedTo, sameGround } from '../../web/scenario/ground.ts';

const source = { title: 'x', publisher: null, licence: null, url: null, fileName: null, note: null };
const baseline: ScenarioBaseline = {
  region: 'demo',
  release: 'aaaaaaaa',
  areasHash: '11111111',
  level: 'sector',
  vintage: 2024,
  indicator: 'social_share',
  year: 2023,
  scope: null,
};

function release(hash: string, areasHash: string, values: string, other = 'same'): ReleaseView {
  const value = (indicator: string, year: number, of: string) => ({
    indicator,
    year,
    level: 'sector' as const,
    vintage: 2024,
    basis: 'counts' as const,
    hash: of,
    count: 1,
    source,
  });
  const region = {
    id: 'demo',
    title: 'Demo',
    synthetic: true,
    bbox: null,
    levels: [
      { level: 'sector' as const, vintage: 2024, hash: areasHash, count: 1, parentLevel: null, source },
    ],
    values: [
      value('social_share', 2023, values),
      value('social_share', 2022, other),
      value('children', 2023, other),
    ],
    facilities: [],
    sites: null,
    homes: [],
    network: null,
  };
  return { hash, parentHash: null, message: '', createdAt: '', defaultRegion: 'demo', regions: [region] };
}

const pinned = release('aaaaaaaa', '11111111', 'v1');

describe('A scenario on an older release', () => {
  it('needs no warning when its own polygons and counts are as they were', () => {
    expect(sameGround(pinned, release('bbbbbbbb', '11111111', 'v1', 'other'), baseline)).toBe(true);
  });

  it('is outdated when its counts or its polygons changed', () => {
    expect(sameGround(pinned, release('bbbbbbbb', '11111111', 'v2'), baseline)).toBe(false);
    expect(sameGround(pinned, release('bbbbbbbb', '22222222', 'v1'), baseline)).toBe(false);
  });

  it('takes the new polygons with it when it moves', () => {
    const moved = movedTo(release('bbbbbbbb', '22222222', 'v1'), baseline);
    expect(moved).toEqual({ release: 'bbbbbbbb', areasHash: '22222222', vintage: 2024 });
  });

  it('cannot move to a release that lacks its region', () => {
    expect(movedTo({ ...pinned, regions: [] }, baseline)).toBeNull();
  });
});
