import { describe, expect, it } from 'vitest';
import type { ValueColumns } from '../../core/areas/types.ts';
import { comparedColumns } from '../../web/compare/columns.ts';
import { comparableIndices, comparedIndex, indexFamilies } from '../../web/compare/indices.ts';
import { countTrouble } from '../../web/compare/reasons.ts';
import { compareRow, countsHouseholds, sortRows } from '../../web/compare/rows.ts';
import { comparisonSetting } from '../../web/compare/setting.ts';
import { lineSegments, yearsChange } from '../../web/compare/years.ts';
import type { ComparedRegion } from '../../web/data/comparison.ts';
import type { AvailableValues, LevelView } from '../../web/data/types.ts';

const nothingAsked = { of: null, level: null, year: null };
const level = (id: LevelView['id'], count: number): LevelView => ({
  id,
  title: { nl: id, en: id, fr: id },
  plural: { nl: id, en: id, fr: id },
  vintages: [2024],
  count,
  parentLevel: null,
});
const values = (of: AvailableValues['level'], year: number, basis: AvailableValues['basis'] = 'counts') =>
  ({ level: of, vintage: 2024, year, basis, source: {} }) as AvailableValues;

const flanders = [
  level('province', 5),
  level('municipality', 285),
  level('neighbourhood', 1200),
  level('sector', 9000),
];
const sectors = [values('sector', 2022), values('sector', 2023), values('neighbourhood', 2023, 'aggregated')];

describe('What is compared', () => {
  it('is, unasked, the municipalities on the finest counts of the newest year', () => {
    expect(comparisonSetting(flanders, sectors, nothingAsked)).toEqual({
      of: 'municipality',
      level: 'sector',
      year: 2023,
      ofChoices: ['province', 'municipality', 'neighbourhood'],
      levelChoices: ['neighbourhood', 'sector'],
      years: [2022, 2023],
    });
  });

  it('follows the address as far as the data allow', () => {
    const asked = { of: 'province', level: 'neighbourhood', year: 2022 } as const;
    expect(comparisonSetting(flanders, sectors, asked)).toMatchObject({
      of: 'province',
      level: 'neighbourhood',
      // The neighbourhoods have one year only.
      year: 2023,
    });
    const backwards = { of: 'municipality', level: 'province', year: null } as const;
    expect(comparisonSetting(flanders, sectors, backwards)).toMatchObject({ level: 'sector' });
  });

  it('takes provinces where there is one municipality, and says what is lacking where there is nothing', () => {
    const one = [level('province', 5), level('municipality', 1), level('sector', 30)];
    expect(comparisonSetting(one, [values('sector', 2023)], nothingAsked)).toMatchObject({ of: 'province' });
    expect(comparisonSetting([level('sector', 30)], [values('sector', 2023)], nothingAsked)).toBe('coarser');
    expect(comparisonSetting(flanders, [], nothingAsked)).toBe('counts');
  });

  it('never measures on a ratio without its counts', () => {
    const published = [values('municipality', 2023, 'published_ratio')];
    expect(comparisonSetting(flanders, published, nothingAsked)).toBe('counts');
  });
});

describe('The indices to choose from', () => {
  it('are every index of one group, the spread ratio excepted, each in one family', () => {
    const ids = indexFamilies().flatMap(({ indices }) => indices.map(index => index.id));
    expect(ids).toContain('hutchens');
    expect(ids).toContain('environment_isolation');
    expect(ids).not.toContain('spread_ratio');
    expect(ids).not.toContain('local_moran');
    expect(new Set(ids).size).toBe(comparableIndices.length);
  });

  it('fall back to the dissimilarity for what the address cannot mean', () => {
    expect(comparedIndex('gini').id).toBe('gini');
    expect(comparedIndex('spread_ratio').id).toBe('dissimilarity');
    expect(comparedIndex('no_such_index').id).toBe('dissimilarity');
  });
});

const region = (code: string, change: Partial<ComparedRegion>): ComparedRegion => ({
  code,
  name: code,
  parentCode: null,
  own: true,
  zones: 20,
  dropped: 0,
  clamped: [],
  social: 50,
  total: 1000,
  households: 500,
  householdsYear: 2023,
  childPoverty: 0.1,
  childPovertyYear: 2023,
  index: { value: 0.4, expected: 0.1 },
  spreadRatio: null,
  lack: null,
  problem: null,
  ...change,
});
const inferred = { expected: 0.1, corrected: 0.35, interval: { level: 0.95, low: 0.3, high: 0.38 } };

describe('A row', () => {
  it('shows the corrected value once it is there, and the raw one until then', () => {
    expect(compareRow(region('A', {}), true)).toMatchObject({
      value: 0.4,
      shown: 0.4,
      corrected: Number.NaN,
    });
    const drawn = compareRow(region('A', { index: { value: 0.4, ...inferred } }), true);
    expect(drawn).toMatchObject({ shown: 0.35, low: 0.3, high: 0.38 });
  });

  it('counts social dwellings per hundred households, or dwellings where no region has households', () => {
    expect(compareRow(region('A', {}), true).rate).toBe(10);
    expect(compareRow(region('A', {}), false).rate).toBe(5);
    expect(compareRow(region('A', { households: null }), true).rate).toBeNaN();
    expect(countsHouseholds([region('A', { households: null }), region('B', {})])).toBe(true);
    expect(countsHouseholds([region('A', { households: null })])).toBe(false);
  });

  it('sorts what has no number below, whichever way', () => {
    const rows = [
      compareRow(region('missing', { index: null, zones: null }), true),
      compareRow(region('high', { index: { value: 0.6 } }), true),
      compareRow(region('low', { index: { value: 0.2 } }), true),
    ];
    const names = (down: boolean) => sortRows(rows, { column: 'corrected', down }).map(row => row.name);
    expect(names(true)).toEqual(['high', 'low', 'missing']);
    expect(names(false)).toEqual(['low', 'high', 'missing']);
    expect(sortRows(rows, { column: 'name', down: false })[0]?.name).toBe('high');
  });

  it('says in words why an index has no value', () => {
    const nobody = { undefined: true as const, reason: 'nobody', code: 'group-nobody' as const };
    expect(compareRow(region('A', { index: nobody }), true).undefinedBecause?.nl).toContain('sociale woning');
  });

  it('has a column for the spread ratio only where a rule for the city part is set', () => {
    expect(comparedColumns(false)).not.toContain('spread');
    expect(comparedColumns(true)).toContain('spread');
  });
});

describe('A region that cannot be measured', () => {
  const column = (numerator: number[], denominator: number[], status: number[]) =>
    ({
      numerator: Float64Array.from(numerator),
      denominator: Float64Array.from(denominator),
      status: Uint8Array.from(status),
    }) as unknown as ValueColumns;
  const all = [0, 1, 2, 3];

  it('says whether counts are suppressed, missing or larger than the total, in that order', () => {
    const counts = column([Number.NaN, 5, Number.NaN, 12], [10, 10, 10, 10], [2, 0, 1, 0]);
    expect(countTrouble(counts, all, false)).toEqual({ kind: 'suppressed', areas: 1 });
    expect(countTrouble(counts, [1, 2, 3], false)).toEqual({ kind: 'missing', areas: 1 });
    expect(countTrouble(counts, [1, 3], false)).toEqual({ kind: 'above', areas: 1 });
    expect(countTrouble(counts, [1, 3], true)).toBeNull();
  });
});

describe('Lines over the years', () => {
  it('stop where a year has no value and go on after it', () => {
    const segments = lineSegments([2018, 2019, 2020, 2021], [0.1, null, 0.3, 0.4]);
    expect(segments).toEqual([
      [{ year: 2018, value: 0.1 }],
      [
        { year: 2020, value: 0.3 },
        { year: 2021, value: 0.4 },
      ],
    ]);
  });

  it('change from the first to the last year with a value', () => {
    expect(yearsChange([2018, 2019, 2020], [null, 0.2, 0.3])).toEqual({
      first: { year: 2019, value: 0.2 },
      last: { year: 2020, value: 0.3 },
    });
    expect(yearsChange([2018, 2019], [0.2, null])).toBeNull();
  });
});
