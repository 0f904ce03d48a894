import { describe, expect, it } from 'vitest';
import { withoutNumbers } from '../../web/scenario/baselineNumbers.ts';

const of = (
  id: string,
  level: 'sector' | 'municipality',
  years: number[],
  derivedFrom: string | null = null,
) =>
  ({
    id,
    derivedFrom,
    available: years.map(year => ({ level, vintage: 2024, year, basis: 'counts' })),
  }) as never;
const indicators = [of('social_share', 'sector', [2022, 2023]), of('density', 'sector', [], 'social_share')];
const asked = (indicator: string, level: 'sector' | 'municipality' | 'province', year: number) =>
  withoutNumbers({ indicator: indicator as 'social_share', level, year }, indicators);

describe('the numbers of a scenario', () => {
  it('are there for a year of its level, for what is summed to it, and for what is derived', () => {
    expect(asked('social_share', 'sector', 2023)).toBeNull();
    expect(asked('social_share', 'municipality', 2022)).toBeNull();
    expect(asked('density', 'sector', 2022)).toBeNull();
  });

  it('are missed by name where there are none, with the years there are', () => {
    expect(asked('social_share', 'sector', 2031)).toMatchObject({
      code: 'not-found',
      details: { years: [2022, 2023], value: 2031 },
    });
    expect(asked('unknown', 'sector', 2023)?.message).toContain('"unknown"');
    expect(asked('unknown', 'sector', 2023)?.details.years).toEqual([]);
  });
});
