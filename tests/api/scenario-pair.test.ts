import { describe, expect, test } from 'vitest';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { addDwellings } from '../../core/scenario/edits.ts';
import { describeOnDatabases } from '../database.ts';
import { readContent } from '../server/readers/fixtures.ts';
import { withTestRegion } from './app.ts';
import { testScenario } from './scenario.ts';

type Row = Record<string, string>;

describeOnDatabases('two scenarios as files', open => {
  const setup = withTestRegion(open);
  const send = (path: string, payload: object) =>
    setup.app.inject({ method: 'POST', url: `/api/v1${path}`, payload });
  const rows = async (path: string, payload: object): Promise<Row[]> => {
    const response = await send(path, payload);
    expect(response.statusCode, response.body).toBe(200);
    return (await readContent('answer.csv', response.body)).map(record => record.properties as Row);
  };
  /** Thirty social dwellings in S09 where the first has twenty and ten others in S04 too. */
  const both = async () => {
    const first = await testScenario(setup.app, setup.release);
    const second: ScenarioDocument = {
      ...first,
      id: 'other',
      title: '=Alleen "S09"',
      edits: [addDwellings({ id: 'a', areas: ['S09'], socialPerArea: 30 })],
    };
    return { first, second };
  };

  test('the areas have first, second and the difference', async () => {
    const areas = await rows('/exports/difference.csv', await both());
    expect(areas).toHaveLength(12);
    // S04: 20 of 80 in the first, 0 of 50 in the second.
    expect(areas[3]).toMatchObject({
      code: 'S04',
      social_first: '20',
      dwellings_first: '80',
      social_share_first: '0.25',
      social_second: '0',
      dwellings_second: '50',
      social_difference: '-20',
      dwellings_difference: '-30',
      social_share_difference: '-0.25',
      social_share_year: '2023',
    });
    expect(areas[8]).toMatchObject({ code: 'S09', social_difference: '0' });
  });

  test('without a first it is compared with now, and GeoJSON has the polygons', async () => {
    const { second } = await both();
    const response = await send('/exports/difference.geojson', { second });
    const { features, buurtbalans } = response.json();
    expect(features[8]).toMatchObject({
      id: 'S09',
      geometry: { type: expect.stringContaining('Polygon') },
      properties: { social_first: 0, social_second: 30, social_difference: 30 },
    });
    expect(buurtbalans).toMatchObject({ release: setup.release, level: 'sector', year: 2023 });
    const bare = (await send('/exports/difference.geojson?geometry=none', { second })).json();
    expect(bare.features[8].geometry).toBeNull();
  });

  test('the figures of one have before, after and the difference, and say how and from what', async () => {
    const { first } = await both();
    const figures = await rows('/exports/figures.csv', { second: first });
    const social = figures.find(row => row.figure === 'social_dwellings');
    expect(social).toMatchObject({
      before: '100',
      after: '150',
      difference: '50',
      unit: 'count',
      how_computed: expect.stringContaining('Σ social dwellings'),
      scenario: 'Spreiding, één',
      year: '2023',
      release: setup.release,
      source: expect.stringMatching(/./),
    });
    const share = figures.find(row => row.figure === 'social_share');
    expect(Number(share?.after)).toBeCloseTo(150 / 910, 12);
    // Every figure says how it is made.
    expect(figures.filter(row => row.how_computed === '')).toEqual([]);
  });

  test('the figures of two stand beside each other; a title is data, also one that looks like a formula', async () => {
    const figures = await rows('/exports/figures.csv', await both());
    expect(figures.find(row => row.figure === 'social_dwellings')).toMatchObject({
      first: '150',
      second: '130',
      difference: '-20',
      scenario: 'Spreiding, één / =Alleen "S09"',
    });
    const workbook = await send('/exports/figures.xlsx', await both());
    const [row] = await readContent('figures.xlsx', workbook.rawPayload);
    expect(row?.properties).toMatchObject({ figure: 'social_dwellings', first: 150, difference: -20 });
  });

  test('two on other grounds are refused by name; another release or scope is taken from the second', async () => {
    const { first, second } = await both();
    const otherYear = { ...first, baseline: { ...first.baseline, year: 2021 } };
    const refused = await send('/exports/figures.csv', { first: otherYear, second });
    expect(refused.statusCode).toBe(400);
    expect(refused.json()).toMatchObject({
      detail: expect.stringContaining('another year'),
      members: ['baseline.year'],
    });
    const scope = { level: 'municipality' as const, code: 'M2' };
    const scoped = { ...second, baseline: { ...second.baseline, scope } };
    const figures = await rows('/exports/figures.csv', { first, second: scoped });
    // Of M2 the social dwellings are the 20 of S03; the first adds 20 in S04, which lies in it, the second none.
    expect(figures.find(row => row.figure === 'social_dwellings')).toMatchObject({
      first: '40',
      second: '20',
      scope_code: 'M2',
    });
    expect((await send('/exports/figures.csv', { first })).statusCode).toBe(400);
    expect((await send('/exports/figures.csv', { second, third: first })).statusCode).toBe(400);
    expect((await send('/exports/figures.geojson', { second })).statusCode).toBe(404);
  });

  describe('the results in a file', () => {
    const evaluate = async (document: ScenarioDocument, query = '') =>
      (await send(`/scenarios/evaluate${query}`, document)).json();

    test('are computed again: the same, or which figure differs, by how much, and why', async () => {
      const { first } = await both();
      const { figures } = await evaluate(first);
      const results = {
        release: setup.release,
        computedAt: '2026-11-24T10:00:00Z',
        version: '0.0.1',
        parameters: {},
        figures: figures.map(({ id, unit, before, after, difference }: Record<string, unknown>) => ({
          id,
          unit,
          before,
          after,
          difference,
        })),
      };
      const same = await evaluate({ ...first, results });
      expect(same.results).toMatchObject({ equal: true, differences: [], versionChanged: true });
      expect(await evaluate(first)).not.toHaveProperty('results');
      // Asked for other indices, the file is still checked on its own.
      expect((await evaluate({ ...first, results }, '?indices=hutchens')).results.equal).toBe(true);

      const changed = results.figures.map((figure: { id: string; after: number }) =>
        figure.id === 'social_dwellings' ? { ...figure, after: 140 } : figure,
      );
      const differing = await evaluate({
        ...first,
        results: {
          ...results,
          release: 'a'.repeat(64),
          figures: [...changed, { id: 'of_later', unit: 'count', before: null, after: 1, difference: null }],
        },
      });
      expect(differing.results).toMatchObject({
        equal: false,
        differences: [{ id: 'social_dwellings', moment: 'after', inFile: 140, now: 150, by: 10 }],
        unknown: ['of_later'],
        releaseChanged: true,
      });
    });

    test('that are none are refused by the member', async () => {
      const { first } = await both();
      const results = { release: 'x', computedAt: '2026', version: '1', parameters: {}, figures: [] };
      const response = await send('/scenarios/evaluate', { ...first, results });
      expect(response.statusCode).toBe(400);
      expect(response.json().detail).toContain('results.');
    });
  });
});
