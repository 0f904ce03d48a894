import type { FeatureCollection } from 'geojson';
import { beforeAll, expect, test } from 'vitest';
import { decodeSettlement } from '../../core/access/population/settlement-format.ts';
import { contiguityFromWire, type WireContiguity } from '../../core/areas/contiguity-columns.ts';
import { ancestorPositions } from '../../core/areas/hierarchy.ts';
import { yearBeside } from '../../core/areas/years.ts';
import { PANEL_INDICES, panelIndices } from '../../core/concentration/registry.ts';
import { contiguityIndices } from '../../core/concentration/spatial-registry.ts';
import type { ProblemError } from '../../core/problem.ts';
import { chanceOfScenario } from '../../core/scenario/chance.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { evaluateScenario } from '../../core/scenario/evaluate.ts';
import type { Facility } from '../../core/scenario/facilities.ts';
import { panelFigures } from '../../core/scenario/figures.ts';
import { evaluationSetting } from '../../core/scenario/setting.ts';
import { runImport } from '../../server/imports/run.ts';
import type { ImportStep } from '../../server/imports/types.ts';
import { areaColumns, valueColumns } from '../../web/data/columns.ts';
import type { AreaColumnsAnswer, ValuesAnswer } from '../../web/data/types.ts';
import { describeOnDatabases } from '../database.ts';
import { get, getJson, withTestRegion } from './app.ts';
import { fileOf, HEIGHT, kindSteps, objectiveSteps, SOUTH, WEST, WIDTH } from './region.ts';
import { testScenario } from './scenario.ts';

type Moments = { before: number | null; after: number | null; difference: number | null };
type Evaluated = {
  figures: (Moments & { id: string })[];
  reach: { function: string; deprived: { before: number; othersBefore: number } | null }[];
  objectives: object[];
  chance?: object;
};

/** A sector of the test region in metres: 0.02° by 0.01° at 51° north. */
const SECTOR_M2 = 1404 * 1112.6;
/** The part of a sector within so many metres on foot of its middle, of a straight line × 1.3. */
const circle = (metres: number): number => (Math.PI * (metres / 1.3) ** 2) / SECTOR_M2;
/** Counted on a lattice of 100 m: within 0.01. */
const near = (share: number) => expect.closeTo(share, 1.7);

describeOnDatabases('figures of a scenario', open => {
  const setup = withTestRegion(open);
  let document: ScenarioDocument;

  const evaluated = async (asked: ScenarioDocument, query = '') => {
    const response = await setup.app.inject({
      method: 'POST',
      url: `/api/v1/scenarios/evaluate${query}`,
      headers: { host: 'localhost:8080' },
      payload: asked,
    });
    expect(response.statusCode, response.body).toBe(200);
    return response.json<Evaluated>();
  };

  beforeAll(async () => {
    const { release } = await runImport(setup.database, {
      region: 'test',
      message: 'Objectives',
      steps: objectiveSteps(),
    });
    document = await testScenario(setup.app, release);
    // A playground where S09 is, the third sector from below in the first column.
    document.edits.push({
      id: 'p',
      kind: 'open-facility',
      title: 'Speelplein',
      functions: ['play'],
      geometry: { type: 'Point', coordinates: [WEST + 0.5 * WIDTH, SOUTH + 2.5 * HEIGHT] },
      year: null,
      note: '',
      author: '',
      enabled: true,
    });
  });

  test('are those reckoned by hand', async () => {
    const { figures, reach, objectives } = await evaluated(document);
    const of = (id: string) => {
      const { before, after, difference } = figures.find(one => one.id === id)!;
      return [before, after, difference];
    };
    expect(of('social_dwellings')).toEqual([100, 150, 50]);
    expect(of('dwellings')).toEqual([850, 910, 60]);
    // More than a fifth: S01 and S03, then S09 with 30 of 130 and S04 with 20 of 80 too.
    expect(of('areas_above')).toEqual([2, 4, 2]);
    // 30 in S09, where the index is 0, and 20 in S04, where it is 6/40.
    expect(of('poverty_exposure_new')).toEqual([null, expect.closeTo(0.06, 12), null]);
    // S02's births are hidden: 50·0.3 + 20·0.2 + 20·0.1 over 90, and with 20·0.15 over 140.
    expect(of('poverty_exposure')).toEqual([
      expect.closeTo(21 / 90, 12),
      expect.closeTo(24 / 140, 12),
      expect.closeTo(24 / 140 - 21 / 90, 12),
    ]);
    // 210 children of which the number is known, all over their sectors: the circle of 400 m on foot takes the same part of
    // the 100 in S01 and the 40 in S03 around a playground, then of the 10 in S09 too.
    expect(of('play_reach')).toEqual([
      near((circle(400) * 140) / 210),
      near((circle(400) * 150) / 210),
      near((circle(400) * 10) / 210),
    ]);
    // Children × index: 30 in S01, 4 in S03, 2 in S05 and S06, 2.5 in S08: 40.5 of them, of whom S01 and S03 have one.
    expect(of('play_reach_deprived')).toEqual([
      near((circle(400) * 34) / 40.5),
      near((circle(400) * 34) / 40.5),
      expect.closeTo(0, 12),
    ]);
    // Of the 50 new dwellings 30 come over S09.
    expect(of('play_reach_new')).toEqual([null, near(circle(400) * 0.6), null]);
    expect(reach).toMatchObject([
      {
        function: 'play',
        withinM: 400,
        weighedBy: 'children',
        areasWithout: 2,
        // 169.5 others: 70 in S01 and 36 in S03, then the 10 of S09 too.
        deprived: {
          othersBefore: near((circle(400) * 106) / 169.5),
          othersAfter: near((circle(400) * 116) / 169.5),
          areasWithout: 0,
        },
        places: { before: 2, after: 3 },
      },
      { function: 'meeting', places: { before: 1, after: 1 } },
    ]);
    // M1 has 80 and began with 70: 100 − 10 − 15 planned, and 30 less by the scenario.
    expect(objectives).toEqual([
      {
        municipality: 'M1',
        stock: 80,
        stockByKind: {},
        pipeline: 15,
        scenario: 30,
        targets: [
          {
            year: 2042,
            dwellings: 100,
            kinds: null,
            stock: 80,
            pipeline: 15,
            realised: 10,
            scenario: 30,
            undated: 30,
            later: 0,
            otherKinds: 0,
            remainingBefore: 75,
            remaining: 45,
          },
        ],
      },
      { municipality: 'M2', stock: 20, stockByKind: {}, pipeline: null, scenario: 20, targets: [] },
    ]);
    expect(of('objective_remaining')).toEqual([75, 45, -30]);
  });

  test('are the same as the browser computes from what the API gives', async () => {
    const ground = `release=${document.baseline.release}`;
    const area = (level: string) =>
      getJson<AreaColumnsAnswer>(setup.app, `/api/v1/areas/columns?${ground}&level=${level}`).then(
        areaColumns,
      );
    const values = (indicator: string, level: string, year: number) =>
      getJson<ValuesAnswer>(
        setup.app,
        `/api/v1/values?${ground}&indicator=${indicator}&level=${level}&year=${year}`,
      ).then(valueColumns);
    const tables = new Map([
      ['sector', await area('sector')],
      ['municipality', await area('municipality')],
    ] as const);
    const places = await getJson<FeatureCollection>(
      setup.app,
      `/api/v1/facilities?${ground}&function=play&function=meeting`,
    );
    const sectors = tables.get('sector')!;
    const objective = await values('social_objective', 'municipality', 2042);
    const start = await values('social_objective_start', 'municipality', 2042);
    const planned = await values('social_pipeline', 'municipality', 2023);
    const setting = evaluationSetting(
      document.baseline,
      tables,
      await values('social_share', 'sector', 2023),
      {
        poverty: (await values('child_poverty', 'sector', yearBeside(2023, [2022])!)).value,
        reach: {
          lon: sectors.lon,
          lat: sectors.lat,
          children: (await values('children', 'sector', 2023)).value,
          settlement: decodeSettlement(
            (await get(setup.app, `/api/v1/areas/settlement?${ground}&level=sector`)).rawPayload,
          ),
          facilities: places.features.map(
            ({ id, geometry, properties }): Facility => ({
              code: String(id),
              functions: properties!.functions,
              geometry,
            }),
          ),
        },
        objective: {
          municipalities: tables.get('municipality')!.codes,
          municipalityOf: ancestorPositions(tables, 'sector', 'municipality'),
          targets: [{ year: 2042, dwellings: objective.value, start: start.value }],
          pipeline: { year: 2023, dwellings: planned.value },
        },
      },
    );
    const inBrowser = evaluateScenario({
      ...setting,
      edits: document.edits,
      parameters: document.parameters,
    });
    const onServer = await evaluated(document, '?chance=true');
    expect(onServer.figures).toEqual(panelFigures(inBrowser));
    expect(onServer.reach).toEqual(inBrowser.reach);
    expect(onServer.objectives).toEqual(inBrowser.objectives);
    expect(onServer.chance).toEqual(chanceOfScenario(inBrowser.areas, [...PANEL_INDICES]));
    expect(Object.keys(onServer.chance!)).toEqual(['dissimilarity', 'isolation', 'top_decile_share']);

    const contiguity = contiguityFromWire(
      await getJson<WireContiguity>(setup.app, `/api/v1/areas/contiguity?${ground}&level=sector`),
    );
    for (const { id } of contiguityIndices) {
      const asking = { ...document, parameters: { ...document.parameters, index: id } } as ScenarioDocument;
      const here = evaluateScenario({ ...setting, contiguity, ...asking });
      const there = await evaluated(asking, '?chance=true');
      expect(there.figures).toEqual(panelFigures(here));
      expect(there.figures[2]).toMatchObject({ id, before: expect.any(Number), after: expect.any(Number) });
      const asked = panelIndices(id);
      expect(there.chance).toEqual(chanceOfScenario(here.areas, asked, contiguity));
      expect(there.chance).toHaveProperty(`${id}.by`, 'places');
    }
  });

  test('begin with the index the scenario asks for, and answer to its distances', async () => {
    const own = await evaluated({
      ...document,
      parameters: { index: 'gini', playWithinM: 1500, detour: 1.3 },
    });
    const ids = own.figures.map(one => one.id);
    expect(ids.slice(2, 6)).toEqual(['gini', 'isolation', 'social_share', 'top_decile_share']);
    // Farther than the corners of S01 and S03, 895 m from their middle and 1,164 m on foot; S05 and S07 begin at 723 m.
    const play = own.figures.find(one => one.id === 'play_reach')!;
    expect(play.before).toBeGreaterThan(140 / 210);
    expect(play.before).toBeLessThan(1);
  });

  test('of reach are those of the page of a norm', async () => {
    type Areas = { totals: Record<'all' | 'deprived' | 'others', { share: number }> };
    const { figures, reach } = await evaluated({ ...document, edits: [], parameters: {} });
    for (const [place, withinM] of [
      ['play', 400],
      ['meeting', 800],
    ] as const) {
      const { totals } = await getJson<Areas>(
        setup.app,
        `/api/v1/access/areas?release=${document.baseline.release}&function=${place}&withinM=${withinM}`,
      );
      const found = figures.find(({ id }) => id === `${place}_reach`)!;
      expect(found.before).toBeCloseTo(totals.all.share, 12);
      const { deprived } = reach.find(one => one.function === place)!;
      expect(deprived!.before).toBeCloseTo(totals.deprived.share, 12);
      expect(deprived!.othersBefore).toBeCloseTo(totals.others.share, 12);
    }
  });

  test('refuse an index that is none, by name', async () => {
    const response = await setup.app.inject({
      method: 'POST',
      url: '/api/v1/scenarios/evaluate',
      headers: { host: 'localhost:8080' },
      payload: { ...document, parameters: { index: 'ghetto' } },
    });
    expect(response.statusCode).toBe(400);
    expect(response.json().detail).toMatch(/parameters\.index is "ghetto" and must be one of: .*gini/);
  });

  test('follow the kinds of dwellings that the objective counts, or those the planner chooses', async () => {
    const steps = kindSteps();
    const { release } = await runImport(setup.database, { region: 'test', message: 'Kinds', steps });
    const onKinds = { ...document, edits: [], baseline: { ...document.baseline, release } };
    const objective = async (parameters: ScenarioDocument['parameters']) =>
      (await evaluated({ ...onKinds, parameters })).objectives[0];
    // 60 and 15 now, 55 and 10 then: 100 − 10 − 15 planned.
    expect(await objective({})).toMatchObject({
      municipality: 'M1',
      stockByKind: { owned: 60, rented_in: 15, purchase: 5 },
      targets: [{ kinds: ['owned', 'rented_in'], stock: 75, realised: 10, pipeline: 15, remaining: 75 }],
    });
    expect(await objective({ objectiveKinds: ['rented_in'] })).toMatchObject({
      targets: [{ kinds: ['rented_in'], stock: 15, realised: 5, remaining: 80 }],
    });
    const { objectives } = await evaluated({ ...document, edits: [], parameters: {} });
    expect(objectives[0]).toMatchObject({ stockByKind: {}, targets: [{ kinds: null }] });
  });

  test('refuse a table with a kind that is none, by name', async () => {
    const [step] = kindSteps();
    const misnamed = {
      ...step!,
      file: fileOf('kinds.csv', [{ properties: { code: 'M1', kind: 'SVK', number: 1 }, geometry: null }]),
    } as ImportStep;
    const importing = runImport(setup.database, { region: 'test', message: 'Kinds', steps: [misnamed] });
    const refused = await importing.catch((error: unknown) => error as ProblemError);
    expect(JSON.stringify((refused as ProblemError).details)).toMatch(/SVK.*owned, rented_in, purchase/);
  });
});
