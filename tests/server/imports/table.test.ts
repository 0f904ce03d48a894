import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../../server/database/types.ts';
import { runImport } from '../../../server/imports/run.ts';
import type { TableStep } from '../../../server/imports/types.ts';
import { describeOnDatabases } from '../../database.ts';
import {
  area,
  areasStep,
  block,
  collection,
  footprint,
  refusal,
  square,
  storedValues,
  tableStep,
} from './fixtures.ts';

const SHARE = 'values/social_share/sector/2024/2023';

describeOnDatabases('Importing tables', open => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await runImport(database, { message: 'areas', steps: [await areasStep(collection(block()))] });
  });
  const importing = async (content: string, more: Partial<TableStep> = {}) =>
    runImport(database, { message: 'table', steps: [await tableStep(content, more)] });
  const refused = async (content: string, more: Partial<TableStep> = {}) => {
    const before = await footprint(database);
    const problem = await refusal(importing(content, more));
    expect(await footprint(database)).toEqual(before);
    return problem;
  };
  const poverty = { maps: [{ indicator: 'child_poverty', column: 'share' }] };

  it('keeps with each year which births an index counts, and what a denominator counts', async () => {
    const { release } = await importing('code,jaar,arm,geboorten\nA1,2022,3,30\nA1,2023,4,40\n', {
      year: undefined,
      yearColumn: 'jaar',
      births: [-3, -1],
      denominator: 'households',
      maps: [{ indicator: 'child_poverty', column: 'arm', denominatorColumn: 'geboorten' }],
    });
    const { rows } = await database.pool.query(
      `select year, source->'counts' as counts from dataset_versions
       where indicator = 'child_poverty' and source ? 'counts' order by year`,
    );
    expect(release).toMatch(/^[0-9a-f]+$/);
    // Of the label 2022 the births of 2019, 2020 and 2021 count.
    expect(rows).toEqual([
      { year: 2022, counts: { denominator: 'households', birthYears: [2019, 2021] } },
      { year: 2023, counts: { denominator: 'households', birthYears: [2020, 2022] } },
    ]);
  });

  it('stores numerator, denominator and share of every area', async () => {
    const result = await importing('code,social,dwellings\nA1,10,40\nA2,0,50\nB1,30,20\nB2,0,0\n');
    expect(result.datasets).toMatchObject([{ itemKey: SHARE, rowCount: 4 }]);
    expect(await storedValues(database, SHARE)).toEqual([
      { code: 'A1', category: '', numerator: 10, denominator: 40, value: 0.25, status: 'ok' },
      { code: 'A2', category: '', numerator: 0, denominator: 50, value: 0, status: 'ok' },
      // Social dwellings may exceed households: vacancy.
      { code: 'B1', category: '', numerator: 30, denominator: 20, value: 1.5, status: 'ok' },
      { code: 'B2', category: '', numerator: 0, denominator: 0, value: null, status: 'ok' },
    ]);
  });

  it('reads a BOM, CRLF, a semicolon and a decimal comma', async () => {
    await importing('\uFEFFcode;social;dwellings\r\nA1;1,5;10\r\nA2;1,125;10\r\nB1;2;10\r\nB2;3;10\r\n');
    const stored = await storedValues(database, SHARE);
    // "1,125" alone could be 1125; beside "1,5" the comma is a decimal comma.
    expect(stored.map(({ numerator }) => numerator)).toEqual([1.5, 1.125, 2, 3]);
  });

  it('refuses a point that could separate thousands, and reads it when other cells or a person tell', async () => {
    const thousands = 'code;social;dwellings\nA1;1.234;2.345\nA2;20;200\nB1;0;50\nB2;0;0\n';
    expect((await refused(thousands)).message).toContain('"1.234" is ambiguous');
    await importing(thousands, { decimal: ',' });
    expect((await storedValues(database, SHARE))[0]).toMatchObject({ numerator: 1234, denominator: 2345 });
    // "1.234.567" leaves no doubt, and so tells what "1.234" is.
    await importing('code;social;dwellings\nA1;1.234;1.234.567\nA2;20;2.000.000\nB1;0;50\nB2;0;0\n', {
      decimal: ',',
    });
    await importing('code;social;dwellings\nA1;1.5;2.345\nA2;1.234;20.25\nB1;0;50\nB2;0;0\n');
    expect((await storedValues(database, SHARE))[1]).toMatchObject({ numerator: 1.234, denominator: 20.25 });
  });

  it('accepts fractions and more social dwellings than dwellings, and says where', async () => {
    const result = await importing('code,social,dwellings\nA1,30,20\nA2,1.5,50\nB1,1,20\nB2,0,0\n');
    const said = result.report.map(({ check, message }) => `${check}: ${message}`).join('\n');
    expect(said).toMatch(/numerator-above-denominator: .*1 areas: A1/);
    expect(said).toMatch(/fraction: .*1 areas: A2/);
  });

  it('keeps what the publisher says of a number that is not there', async () => {
    const result = await importing('code,social,dwellings\nA1,C,40\nA2,-99998,50\nB1,.,20\nB2,-1,30\n', {
      missing: ['-1'],
    });
    expect((await storedValues(database, SHARE)).map(({ status, numerator }) => [status, numerator])).toEqual(
      [
        ['suppressed', null],
        ['notApplicable', null],
        ['missing', null],
        ['missing', null],
      ],
    );
    expect(
      result.report.map(({ severity, value, message }) => [severity, value, message.includes(SHARE)]),
    ).toEqual([
      ['warning', '1', true],
      ['warning', '1', true],
      ['warning', '2', true],
    ]);
  });

  it.each([
    ['a text', 'A1,many,40', 'row 1 (A1): column social: "many" is not a number'],
    ['NaN', 'A1,NaN,40', 'row 1 (A1): column social: "NaN" is not a number'],
    ['a negative count', 'A1,10,40\nA2,-3,5', 'row 2 (A2): column social: -3 is negative'],
    ['an ambiguous comma', 'A1,"1,234",40', 'row 1 (A1): column social: "1,234" is ambiguous'],
    ['a code that comes twice', 'A1,1,4\nA1,2,4', 'row 2 (A1): A1 comes twice for 2023'],
    ['a row without a code', ',1,4', 'row 1: has no code'],
  ])('refuses %s, with row, column and value', async (_, rows, message) => {
    const problem = await refused(`code,social,dwellings\n${rows}\n`);
    expect(problem.code).toBe('import-refused');
    expect(problem.message).toContain(`table.csv: ${message}`);
    expect(problem.message).not.toContain('\n');
  });

  it('refuses more deprived births than births', async () => {
    const problem = await refused('code,deprived,births\nA1,12,10\n', {
      maps: [{ indicator: 'child_poverty', column: 'deprived', denominatorColumn: 'births' }],
    });
    expect(problem.message).toContain('row 1 (A1): deprived 12 is more than births 10');
  });

  it('refuses codes that are no area and lists them; leaves out unknown locations and aggregates', async () => {
    const problem = await refused('code,social,dwellings\nA1,1,4\nQ7,1,4\nQ8,1,4\n');
    expect(problem.message).toContain('2 codes in code are no area of level sector: Q7, Q8');
    const result = await importing('code,social,dwellings\nA1,1,4\n99991,1,4\n11001ZZZZ,1,4\n02000,1,4\n');
    expect(result.report).toMatchObject([
      { check: 'no-area', value: '3' },
      { check: 'no-row', value: '3' },
    ]);
  });

  it('takes percentages for what they are, and asks when a share is above one', async () => {
    expect((await refused('code,share\nA1,9.1\n', poverty)).message).toContain(
      '9.1 is no share: give --percent',
    );
    const result = await importing('code,share\nA1,9.1\nA2,0\n', {
      ...poverty,
      percent: true,
      missing: ['0'],
    });
    expect(result.datasets).toMatchObject([{ itemKey: 'values/child_poverty/sector/2024/2023' }]);
    expect(await storedValues(database, 'values/child_poverty/sector/2024/2023')).toEqual([
      { code: 'A1', category: '', numerator: null, denominator: null, value: 0.091, status: 'ok' },
      { code: 'A2', category: '', numerator: null, denominator: null, value: null, status: 'missing' },
    ]);
  });

  it('adds up categories where the file has no total, and keeps a total that it has', async () => {
    await importing('code,age,n\nA1,0-2,5\nA1,3-5,7\nA2,0-2,C\nA2,3-5,4\nB1,,20\nB1,0-2,6\n', {
      category: { name: 'age', column: 'age' },
      maps: [{ indicator: 'children', column: 'n' }],
    });
    const stored = await storedValues(database, 'values/children/sector/2024/2023');
    expect(stored.map(({ code, category, value, status }) => [code, category, value, status])).toEqual([
      ['A1', '', 12, 'ok'],
      ['A1', 'age=0-2', 5, 'ok'],
      ['A1', 'age=3-5', 7, 'ok'],
      ['A2', '', null, 'suppressed'],
      ['A2', 'age=0-2', null, 'suppressed'],
      ['A2', 'age=3-5', 4, 'ok'],
      ['B1', '', 20, 'ok'],
      ['B1', 'age=0-2', 6, 'ok'],
    ]);
  });

  it('sums rows of the same code when that is meant', async () => {
    await importing('code,n\nA1,5\nA1,7\n', {
      maps: [{ indicator: 'households', column: 'n' }],
      repeats: 'sum',
    });
    expect(await storedValues(database, 'values/households/sector/2024/2023')).toMatchObject([
      { code: 'A1', value: 12 },
    ]);
  });

  it('makes one dataset a year, and leaves out the rows of other levels in a Swing table', async () => {
    const result = await importing(
      'period,geolevel,geoitem,n\n2021,statsec2024,A1,1\n2022,statsec2024,A1,2\n2022,gemeente,44021,9\n',
      {
        idColumn: 'geoitem',
        year: undefined,
        yearColumn: 'Period',
        maps: [{ indicator: 'households', column: 'n' }],
      },
    );
    expect(result.datasets.map(({ itemKey }) => itemKey)).toEqual([
      'values/households/sector/2024/2021',
      'values/households/sector/2024/2022',
    ]);
    expect(result.report).toContainEqual(expect.objectContaining({ check: 'other-level', value: '1' }));
  });

  it('matches a sector code however a platform writes it, and says how many', async () => {
    const sectors = collection([area('11001A00-', square(0, 0)), area('11001A01-', square(1, 0))]);
    const steps = [
      await areasStep(sectors),
      await tableStep('code,social,dwellings\n11001a00_,1,2\n11001A01,1,4\n'),
    ];
    const result = await runImport(database, { region: 'codes', message: 'x', steps });
    expect((await storedValues(database, SHARE, 'codes')).map(({ code, value }) => [code, value])).toEqual([
      ['11001A00-', 0.5],
      ['11001A01-', 0.25],
    ]);
    expect(result.report).toMatchObject([{ severity: 'warning', check: 'inexact-code', value: '2' }]);
  });

  it('refuses what cannot be stored, before reading the file', async () => {
    const rows = 'code,n\nA1,1\n';
    const message = async (more: Partial<TableStep>) => (await refused(rows, more)).message;
    expect(await message({ maps: [{ indicator: 'social_density', column: 'n' }] })).toContain(
      'computed from social_share',
    );
    expect(await message({ maps: [{ indicator: 'nonsense', column: 'n' }] })).toContain(
      '"nonsense" is no indicator',
    );
    expect(await message({ level: 'municipality' })).toContain(
      'region own has no areas of level municipality',
    );
    expect(await message({ yearColumn: 'year' })).toContain('one of the two');
  });
});
