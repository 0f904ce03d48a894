import { expect, test } from 'vitest';
import { describeOnDatabases } from '../database.ts';
import { get, getJson, withTestRegion } from './app.ts';

type Values = { columns: Record<'numerator' | 'denominator' | 'value' | 'status', (number | null)[]> };
type Figure = { indicator: string; rank: { of: number } | null };

/**
 * S02 has 5 deprived of 10 births (the threshold is 20) and 3 children (the threshold is 5); S03 has 4 children of
 * 0 to 2 years. None of these numbers, nor a sum that gives them away, may come out anywhere.
 */
describeOnDatabases('small counts', open => {
  const setup = withTestRegion(open);
  const values = async (query: string) =>
    (await getJson<Values>(setup.app, `/api/v1/values?${query}`)).columns;
  const cell = ({ numerator, denominator, value, status }: Values['columns'], index: number) => [
    numerator[index],
    denominator[index],
    value[index],
    status[index],
  ];

  test('a ratio on too few cases shows neither itself nor its parts', async () => {
    expect(cell(await values('indicator=child_poverty&level=sector'), 1)).toEqual([null, null, null, 2]);
    expect(cell(await values('indicator=children&level=sector'), 1)).toEqual([null, null, null, 2]);
    expect(cell(await values('indicator=children&level=sector&category=age%3D0-2'), 2)).toEqual([
      null,
      null,
      null,
      2,
    ]);
  });

  test('no cases at all is a true zero and is shown', async () => {
    expect(cell(await values('indicator=children&level=sector'), 11)).toEqual([0, null, 0, 0]);
  });

  test('a sum over a hidden cell is hidden, and one over a missing cell is missing', async () => {
    const births = await values('indicator=child_poverty&level=municipality');
    expect(cell(births, 0)).toEqual([null, null, null, 2]);
    // M2: 4 + 6 + 0 + 10 + 0 + 0 of 40 × 5.
    expect(cell(births, 1)).toEqual([20, 200, 0.1, 0]);
    const children = await values('indicator=children&level=municipality');
    expect(children.status).toEqual([2, 1]);
    expect(children.numerator).toEqual([null, null]);
    expect((await values('indicator=children&level=province')).status).toEqual([2]);
  });

  test('a density does not give the count away', async () => {
    const density = await values('indicator=child_density&level=sector');
    expect(density.numerator[1]).toBeNull();
    expect(density.value[1]).toBeNull();
    expect(density.status[1]).toBe(2);
  });

  test('the figures of an area hide it too, and it takes no place in a rank', async () => {
    const hidden = await getJson<{ figures: Figure[] }>(setup.app, '/api/v1/areas/sector/S02');
    for (const id of ['child_poverty', 'children', 'child_density']) {
      expect(hidden.figures.find(figure => figure.indicator === id)).toMatchObject({
        status: 2,
        numerator: null,
        value: null,
        rank: null,
      });
    }
    const sibling = await getJson<{ figures: Figure[] }>(setup.app, '/api/v1/areas/sector/S01');
    expect(sibling.figures.find(figure => figure.indicator === 'child_poverty')?.rank?.of).toBe(5);
  });

  test('exports leave it empty and say why', async () => {
    const csv = await get(
      setup.app,
      '/api/v1/exports/areas.csv?level=sector&indicators=child_poverty,children',
    );
    const [header = '', , second = ''] = csv.body.split('\r\n');
    const row = Object.fromEntries(
      header.split(',').map((name, column) => [name, second.split(',')[column]]),
    );
    expect(row).toMatchObject({
      code: 'S02',
      child_poverty: '',
      child_poverty_numerator: '',
      child_poverty_denominator: '',
      child_poverty_status: 'suppressed',
      children: '',
      children_numerator: '',
      children_status: 'suppressed',
    });
    const geojson = await get(setup.app, '/api/v1/exports/areas.geojson?level=sector&indicators=children');
    expect(geojson.json().features[1].properties).toMatchObject({
      code: 'S02',
      children: null,
      children_numerator: null,
      children_status: 'suppressed',
    });
  });

  test('an index over hidden counts is refused and names the area, not its number', async () => {
    const response = await get(setup.app, '/api/v1/concentration?indicator=child_poverty&level=sector');
    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({ type: '/problems/undefined-index', areas: ['S02'] });
  });
});
