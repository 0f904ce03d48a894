import { describe, expect, it } from 'vitest';
import {
  benchmarkCommand,
  comparisonAddress,
  comparisonCommand,
  lorenzCommand,
  pairCommand,
  regionCommand,
  yearCommand,
  zoneCommand,
} from '../../web/compare/commands.ts';
import type { ComparisonQuestion } from '../../web/data/comparison.ts';

const ground = { release: 'abc', region: 'demo' };
const chance = { draws: 999, seed: 1 };
const question: ComparisonQuestion = {
  of: 'municipality',
  level: 'sector',
  indicator: 'social_share',
  year: 2023,
  index: 'dissimilarity',
  scope: null,
  cityDensity: null,
  clamp: false,
};
const region = { level: 'municipality' as const, code: "O'Hara" };

describe('What the comparison prints', () => {
  it('for the table is one command with everything that was asked', () => {
    expect(comparisonCommand(ground, question, chance)).toBe(
      'npm run -s cli -- compare --region demo --of municipality --level sector --year 2023 --index dissimilarity --draws 999 --seed 1 --release abc --format csv',
    );
    const scope = { level: 'province' as const, code: 'a b' };
    const more = comparisonCommand(ground, { ...question, scope, cityDensity: 15, clamp: true }, chance);
    expect(more).toContain("--scope 'province:a b' --city-density 15 --clamp");
  });

  it('for a region takes its areas and measures them, in a shell that keeps strange codes whole', () => {
    const printed = regionCommand({
      ground,
      question,
      chance,
      region,
      metricEpsg: null,
    });
    expect(printed).toBe(
      'npm run -s cli -- export areas --region demo --level sector --indicators social_share --year 2023 ' +
        "--scope 'municipality:O'\\''Hara' --release abc --format geojson --out gebied.geojson && " +
        'npm run -s cli -- concentration gebied.geojson --id code --social social_share_numerator ' +
        '--total social_share_denominator --indices dissimilarity --inference 999 --seed 1 --format json',
    );
  });

  it('names the projection, the city part and the clamping where they count', () => {
    const printed = regionCommand({
      ground,
      question: { ...question, cityDensity: 15, clamp: true },
      chance,
      region,
      metricEpsg: 32631,
    });
    expect(printed).toContain('--clamp --indices dissimilarity,spread_ratio --crs-metric 32631');
    expect(printed).toContain('--city-density 15 --hectares area_ha --inference 999');
  });

  it('for two regions asks their difference, without what cannot change it', () => {
    const scope = { level: 'province' as const, code: 'P' };
    const asked = { ...question, scope, cityDensity: 15, clamp: true };
    expect(pairCommand(ground, asked, chance, ["O'Hara", 'M2'])).toBe(
      'npm run -s cli -- compare --region demo --of municipality --level sector --year 2023 --index dissimilarity ' +
        "--draws 999 --seed 1 --clamp --pair 'O'\\''Hara' M2 --release abc --format csv",
    );
  });

  it('for the other regions says which are one’s own', () => {
    const scope = { level: 'municipality' as const, code: 'M1' };
    expect(benchmarkCommand(ground, { ...question, scope }, chance)).toContain(
      '--draws 999 --seed 1 --scope municipality:M1 --benchmark --release abc',
    );
  });

  it('for a year is the table of that year without draws', () => {
    const printed = yearCommand(ground, { ...question, clamp: true, cityDensity: 15 }, 2019);
    expect(printed).toContain('--year 2019 --index dissimilarity --draws 0 --clamp --release abc');
  });

  it('for a choice of zones takes the areas of its level, and lays the grid', () => {
    const asked = { ground, question, chance, region, metricEpsg: 32631 };
    const level = zoneCommand({ ...asked, metricEpsg: null }, { level: 'neighbourhood', sideM: null });
    expect(level).toContain('--level neighbourhood --indicators social_share');
    expect(level).toContain('--indices dissimilarity --inference 999 --seed 1');
    expect(zoneCommand(asked, { level: 'sector', sideM: 500 })).toContain(
      '--indices dissimilarity --grid 500 --crs-metric 32631 --inference 999',
    );
  });

  it('for a Lorenz curve asks the curve and no draws', () => {
    expect(lorenzCommand(ground, question, region)).toMatch(
      /--total social_share_denominator --lorenz --format json$/,
    );
  });

  it('as a file has an address with the same question', () => {
    const address = comparisonAddress(ground, { ...question, clamp: true }, chance, 'xlsx');
    const url = new URL(address, 'http://localhost');
    expect(url.pathname).toBe('/api/v1/exports/comparison.xlsx');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      release: 'abc',
      region: 'demo',
      of: 'municipality',
      level: 'sector',
      indicator: 'social_share',
      year: '2023',
      index: 'dissimilarity',
      clamp: 'true',
      draws: '999',
      seed: '1',
    });
  });
});
