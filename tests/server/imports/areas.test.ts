import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../../server/database/types.ts';
import { runImport } from '../../../server/imports/run.ts';
import { describeOnDatabases } from '../../database.ts';
import { area, areasStep, block, collection, footprint, refusal, square, storedAreas } from './fixtures.ts';

describeOnDatabases('Importing areas', open => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  const importing = async (content: string | object, more = {}, region = 'own') =>
    runImport(database, { region, message: 'areas', steps: [await areasStep(content, more)] });
  /** A refused import that leaves everything as it was. */
  const refused = async (content: string | object, more = {}) => {
    const before = await footprint(database);
    const problem = await refusal(importing(content, more));
    expect(await footprint(database)).toEqual(before);
    return problem;
  };

  it('numbers the areas by code, whatever their order in the file, and measures them on the ellipsoid', async () => {
    await importing(collection(block().reverse()));
    const stored = await storedAreas(database, 'areas/sector/2024');
    expect(stored.map(({ idx, code, name }) => [idx, code, name])).toEqual([
      [0, 'A1', 'Area A1'],
      [1, 'A2', 'Area A2'],
      [2, 'B1', 'Area B1'],
      [3, 'B2', 'Area B2'],
    ]);
    // GRS80/WGS84 at 51.005°N: one degree is 111,257 m of meridian and 70,200 m of parallel (geodetic tables), so
    // 0.01° × 0.01° is 1112.57 × 702.0 ≈ 781,000 m².
    for (const { areaM2 } of stored) expect(areaM2 / 781_000).toBeCloseTo(1, 2);
  });

  it('gives the same release for the same file, and a new one for a changed file', async () => {
    const first = await importing(collection(block()), {}, 'twice');
    const again = await importing(collection(block()), {}, 'twice');
    expect(again).toMatchObject({ release: first.release, unchanged: true });
    const changed = await importing(collection(block().slice(1)), {}, 'twice');
    expect(changed).toMatchObject({ unchanged: false });
    expect(changed.release).not.toBe(first.release);
  });

  it('makes the towns out of the sectors that name them', async () => {
    const result = await importing(
      collection(block()),
      { parentColumn: 'town', parentNameColumn: 'townName' },
      'dissolved',
    );
    expect(result.datasets.map(({ itemKey, rowCount }) => [itemKey, rowCount])).toEqual([
      ['areas/municipality/2024', 2],
      ['areas/sector/2024', 4],
    ]);
    const towns = await storedAreas(database, 'areas/municipality/2024', 'dissolved');
    expect(towns.map(({ code, name }) => [code, name])).toEqual([
      ['A', 'Aville'],
      ['B', 'Bville'],
    ]);
    const sectors = await storedAreas(database, 'areas/sector/2024', 'dissolved');
    expect(sectors.map(({ parentCode }) => parentCode)).toEqual(['A', 'A', 'B', 'B']);
    const sum = sectors[0]!.areaM2 + sectors[1]!.areaM2;
    expect(towns[0]!.areaM2 / sum).toBeCloseTo(1, 6);
    const shares = await sql<{ level: string; parent: string | null }>`
      select level, parent_level as parent from dataset_versions where region = 'dissolved' order by level`.execute(
      database.kysely,
    );
    expect(shares.rows).toEqual([
      { level: 'municipality', parent: null },
      { level: 'sector', parent: 'municipality' },
    ]);
  });

  it('refuses parents that are not among the areas of their level, and lists them', async () => {
    const towns = collection([area('A', square(0, 0, 2))]);
    await importing(towns, { level: 'municipality' }, 'parents');
    const step = await areasStep(collection(block()), { parentColumn: 'town' });
    const { message } = await refusal(
      runImport(database, { region: 'parents', message: 'x', steps: [step] }),
    );
    expect(message).toMatch(/1 parent codes are no municipality of vintage 2024: B/);
  });

  it('finds the parent by a point on the surface, and lists the areas that lie in none', async () => {
    await importing(collection([area('T', square(0, 0, 2))]), { level: 'municipality' }, 'within');
    const result = await importing(
      collection([...block(), area('C1', square(7, 7))]),
      { parentWithin: 'municipality', level: 'neighbourhood' },
      'within',
    );
    const stored = await storedAreas(database, 'areas/neighbourhood/2024', 'within');
    expect(stored.map(({ code, parentCode }) => [code, parentCode])).toEqual([
      ['A1', 'T'],
      ['A2', 'T'],
      ['B1', 'T'],
      ['B2', 'T'],
      ['C1', null],
    ]);
    expect(result.report).toMatchObject([{ severity: 'warning', check: 'no-parent', value: 'C1' }]);
  });

  it('repairs a self-intersecting polygon and says which and where', async () => {
    const bowTie = area('X', {
      type: 'Polygon',
      coordinates: [
        [
          [3.9, 51],
          [3.92, 51.02],
          [3.92, 51],
          [3.9, 51.02],
          [3.9, 51],
        ],
      ],
    });
    const result = await importing(collection([...block(), bowTie]), {}, 'bowtie');
    expect(result.report).toMatchObject([
      { severity: 'repaired', check: 'invalid-geometry', feature: 'feature 5 (X)' },
    ]);
    // The two sides of the bow cross in the middle of its box.
    expect(result.report[0]!.message).toMatch(/Self-intersection\[3\.91 51\.01\]/);
    const stored = await storedAreas(database, 'areas/sector/2024', 'bowtie');
    // Two triangles, together half of the box of 0.02° × 0.02°: 4 × 781,000 / 2.
    expect(stored[4]!.areaM2 / 1_562_000).toBeCloseTo(1, 2);
  });

  it('repairs holes that share an edge by taking both off', async () => {
    const ring = (west: number, south: number, east: number, north: number) => [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    // A block of three by three steps of 0.01° with two of its nine cells as holes beside each other.
    const coordinates = [
      ring(3.7, 51, 3.73, 51.03),
      ring(3.71, 51.01, 3.72, 51.02),
      ring(3.72, 51.01, 3.73, 51.02),
    ];
    const holed = area('H', { type: 'Polygon', coordinates });
    const whole = area('W', { type: 'Polygon', coordinates: [ring(3.8, 51, 3.83, 51.03)] });
    const result = await importing(collection([holed, whole]), {}, 'holes');
    expect(result.report).toMatchObject([{ severity: 'repaired', feature: 'feature 1 (H)' }]);
    const [h, w] = await storedAreas(database, 'areas/sector/2024', 'holes');
    expect(h!.areaM2 / w!.areaM2).toBeCloseTo(7 / 9, 5);
  });

  it('loses none of a hundred tangled polygons', async () => {
    // PGlite ends a statement in silence when GEOS throws inside: see server/imports/repair.ts.
    let seed = 12345;
    const random = () => {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      return seed / 0x7fffffff;
    };
    const tangled = Array.from({ length: 100 }, (_, index) => {
      const [west, south] = [3 + (index % 10) / 10, 50 + Math.floor(index / 10) / 10] as [number, number];
      const ring = Array.from({ length: 12 }, () => [west + random() / 20, south + random() / 20]);
      return area(`T${index}`, { type: 'Polygon', coordinates: [[...ring, ring[0] as number[]]] });
    });
    const result = await importing(collection(tangled), {}, 'tangled');
    expect(result.report.filter(({ severity }) => severity === 'repaired').length).toBeGreaterThan(90);
    expect(await storedAreas(database, 'areas/sector/2024', 'tangled')).toHaveLength(100);
    const valid = await sql<{ invalid: number }>`
      select count(*) filter (where not ST_IsValid(geom))::int as invalid from areas where region = 'tangled'`.execute(
      database.kysely,
    );
    expect(valid.rows).toEqual([{ invalid: 0 }]);
  });

  it('refuses a polygon that crosses its neighbour', async () => {
    const problem = await refused(collection([...block(), area('C1', square(1.5, 0))]));
    expect(problem.code).toBe('import-refused');
    // Half of C1 lies on A2: 0.5 × 781,000 m².
    expect(problem.message).toMatch(
      /feature 2 \(A2\): overlaps feature 5 \(C1\) by 39\d{4} m², 50 % of the smaller one/,
    );
  });

  it('accepts the sliver of a generalised border with a warning', async () => {
    // The neighbour starts half a percent of a width too early.
    const result = await importing(
      collection([area('A', square(0, 0)), area('B', square(0.995, 0))]),
      {},
      'sliver',
    );
    expect(result.report).toMatchObject([
      { severity: 'warning', check: 'overlap', feature: 'feature 1 (A)' },
    ]);
  });

  it('refuses a code that two features have, naming both', async () => {
    const problem = await refused(collection([...block(), area('A2', square(5, 5))]));
    expect(problem.message).toBe(
      'sectors.geojson: feature 5 (A2): code "A2" is already that of feature 2; nothing was imported',
    );
  });

  it('refuses Lambert 72 coordinates in a file that says WGS84, with the right code', async () => {
    const lambert = area('A', {
      type: 'Polygon',
      coordinates: [
        [
          [104000, 194000],
          [105000, 194000],
          [105000, 195000],
          [104000, 194000],
        ],
      ],
    });
    const crs = { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } } };
    const problem = await refused(collection([lambert], crs));
    expect(problem.message).toContain('coordinates such as (104000, 194000) are not degrees');
    expect(problem.message).toContain('looks like EPSG:31370 (Belgian Lambert 72), give --crs 31370');
    await importing(collection([lambert], crs), { epsg: 31370 }, 'lambert');
    const place = await sql<{ lon: number; lat: number }>`
      select lon, lat from areas where region = 'lambert'`.execute(database.kysely);
    // Gent, Sint-Pietersplein is at (104500, 193000) in Lambert 72 and 3.727°E 51.041°N (NGI, cartoweb.be).
    expect(place.rows[0]!.lon).toBeCloseTo(3.73, 1);
    expect(place.rows[0]!.lat).toBeCloseTo(51.05, 1);
  });

  it('refuses latitude before longitude', async () => {
    const swapped = area('A', {
      type: 'Polygon',
      coordinates: [
        [
          [51, 3.7],
          [51.01, 3.7],
          [51.01, 3.71],
          [51, 3.7],
        ],
      ],
    });
    expect((await refused(collection([swapped]))).message).toMatch(/latitude before longitude: swap them/);
  });

  it('refuses an empty collection', async () => {
    expect((await refused(collection([]))).message).toContain('holds no features');
  });

  it('leaves out a feature without geometry and says which; refuses a file of nothing else', async () => {
    const result = await importing(collection([...block(), area('Z', null)]), {}, 'nulls');
    expect(result.report).toMatchObject([
      { severity: 'warning', check: 'null-geometry', feature: 'feature 5 (Z)' },
    ]);
    expect(await storedAreas(database, 'areas/sector/2024', 'nulls')).toHaveLength(4);
    expect((await refused(collection([area('Z', null)]))).message).toContain('no feature has a geometry');
  });

  it('refuses points among polygons, and a feature without a code', async () => {
    const problem = await refused(
      collection([
        ...block(),
        area('P', { type: 'Point', coordinates: [3.7, 51] }),
        area(null, square(8, 8)),
      ]),
    );
    expect(problem.report.map(({ feature, check }) => [feature, check])).toEqual([
      ['feature 5 (P)', 'geometry-type'],
      ['feature 6', 'missing-id'],
    ]);
  });

  it('refuses truncated JSON and a column that is not there, in one line', async () => {
    const text = JSON.stringify(collection(block()));
    const truncated = await refused(text.slice(0, text.length - 40));
    expect(truncated.code).toBe('bad-input');
    expect(truncated.message).not.toContain('\n');
    const problem = await refused(collection(block()), { idColumn: 'sector' });
    expect(problem.message).toContain('no column "sector"; there are code, name, town, townName');
    expect((await refused(collection(block()), { epsg: 99_999 })).message).toContain(
      'EPSG:99999 is not known',
    );
  });

  it('reads a property that the first features leave out', async () => {
    const { name: _, ...unnamed } = block()[0]!.properties!;
    const features = block().map((feature, index) =>
      index === 0 ? { ...feature, properties: unnamed } : feature,
    );
    const result = await importing(collection(features), {}, 'sparse');
    const stored = await storedAreas(database, 'areas/sector/2024', 'sparse');
    expect(stored.map(({ name }) => name)).toEqual(['A1', 'Area A2', 'Area B1', 'Area B2']);
    expect(result.report).toMatchObject([
      { severity: 'warning', check: 'missing-name', feature: 'feature 1 (A1)' },
    ]);
  });

  it('keeps real data out of a made-up region', async () => {
    await runImport(database, {
      region: 'made-up',
      synthetic: true,
      message: 'x',
      steps: [await areasStep(collection(block()))],
    });
    const problem = await refusal(importing(collection(block()), {}, 'made-up'));
    expect(problem.message).toContain('region made-up holds made-up data');
  });
});
