import type { Geometry, Position } from 'geojson';
import type { Database } from '../../server/database/types.ts';
import { runImport } from '../../server/imports/run.ts';
import type { ImportRequest, ImportResult, ImportStep, TableMap } from '../../server/imports/types.ts';
import type { FileRecord, OpenedFile } from '../../server/readers/types.ts';
import type { DatasetSource } from '../../server/releases/types.ts';

/**
 * A region small enough to reckon by hand: twelve sectors, four columns by three rows of equal boxes.
 *
 *   S09 S10 | S11 S12      municipality M1 "Westdorp" is the left half, M2 "Oostdorp" the right half,
 *   S05 S06 | S07 S08      province P1 both.
 *   S01 S02 | S03 S04
 *
 * Social dwellings of all dwellings, 2023: S01 50/100, S02 10/100, S05 20/100, S03 20/50; S06, S09 and S10 0/100;
 * S04, S07, S08 and S11 0/50; S12 0/0. Together 100 of 850; M1 80 of 600, M2 20 of 250.
 */
export const WEST = 3.7;
export const SOUTH = 51;
export const WIDTH = 0.02;
export const HEIGHT = 0.01;

export const SECTORS = Array.from({ length: 12 }, (_, index) => {
  const column = index % 4;
  const row = Math.floor(index / 4);
  return {
    code: `S${String(index + 1).padStart(2, '0')}`,
    name: `Sector ${index + 1}`,
    municipality: column < 2 ? 'M1' : 'M2',
    box: boxAt(column, row, 1, 1),
  };
});

const DWELLINGS_2023: Record<string, [number, number]> = {
  S01: [50, 100],
  S02: [10, 100],
  S03: [20, 50],
  S04: [0, 50],
  S05: [20, 100],
  S06: [0, 100],
  S07: [0, 50],
  S08: [0, 50],
  S09: [0, 100],
  S10: [0, 100],
  S11: [0, 50],
  S12: [0, 0],
};

/** Births in deprived families of all births; S02 has 10 births, under the threshold of 20; S12 has none. */
const BIRTHS_2022: Record<string, [number, number]> = {
  S01: [30, 100],
  S02: [5, 10],
  S03: [4, 40],
  S04: [6, 40],
  S05: [10, 50],
  S06: [10, 50],
  S07: [0, 40],
  S08: [10, 40],
  S09: [0, 50],
  S10: [0, 50],
  S11: [0, 40],
  S12: [0, 0],
};

/** Children; S02's 3 are under the threshold of 5, S04's are not given; 4 of S03's 40 are 0 to 2 years old. */
const CHILDREN_2023: readonly [string, string, number | null][] = [
  ['S01', '', 100],
  ['S02', '', 3],
  ['S03', '', 40],
  ['S04', '', null],
  ...['S05', 'S06', 'S07', 'S08', 'S09', 'S10', 'S11'].map((code): [string, string, number] => [
    code,
    '',
    10,
  ]),
  ['S12', '', 0],
  ['S01', '0-2', 20],
  ['S03', '0-2', 4],
];

export function sourceNamed(title: string): DatasetSource {
  return {
    title,
    publisher: 'Testbureau',
    licence: 'CC0-1.0',
    url: null,
    fileName: null,
    fileHash: null,
    note: null,
  };
}

export const sectorsStep = (): ImportStep => ({
  kind: 'areas',
  file: fileOf(
    'sectors.geojson',
    SECTORS.map(({ code, name, municipality, box }) => ({
      properties: { code, name, municipality },
      geometry: polygon(box),
    })),
  ),
  level: 'sector',
  vintage: 2024,
  idColumn: 'code',
  nameColumn: 'name',
  parentColumn: 'municipality',
  parentLevel: 'municipality',
  source: sourceNamed('Test sectors'),
});

export const municipalitiesStep = (): ImportStep => ({
  kind: 'areas',
  file: fileOf('municipalities.geojson', [
    { properties: { code: 'M1', name: 'Westdorp', province: 'P1' }, geometry: polygon(boxAt(0, 0, 2, 3)) },
    { properties: { code: 'M2', name: 'Oostdorp', province: 'P1' }, geometry: polygon(boxAt(2, 0, 2, 3)) },
  ]),
  level: 'municipality',
  vintage: 2024,
  idColumn: 'code',
  nameColumn: 'name',
  parentColumn: 'province',
  parentLevel: 'province',
  source: sourceNamed('Test municipalities'),
});

export function dwellingsStep(year = 2023, changed: Record<string, [number, number]> = {}): ImportStep {
  const counts = Object.entries({ ...DWELLINGS_2023, ...changed });
  return {
    kind: 'table',
    file: fileOf(
      `dwellings-${year}.csv`,
      counts.map(([code, [social, all]]) => ({ properties: { code, social, all }, geometry: null })),
    ),
    level: 'sector',
    idColumn: 'code',
    year,
    maps: [{ indicator: 'social_share', column: 'social', denominatorColumn: 'all' }],
    source: sourceNamed('Test dwellings'),
  };
}

export const birthsStep = (): ImportStep => ({
  kind: 'table',
  file: fileOf(
    'births.csv',
    Object.entries(BIRTHS_2022).map(([code, [deprived, births]]) => ({
      properties: { code, deprived, births },
      geometry: null,
    })),
  ),
  level: 'sector',
  idColumn: 'code',
  year: 2022,
  maps: [{ indicator: 'child_poverty', column: 'deprived', denominatorColumn: 'births' }],
  source: sourceNamed('Test births'),
});

export const childrenStep = (): ImportStep => ({
  kind: 'table',
  file: fileOf(
    'children.csv',
    CHILDREN_2023.map(([code, age, children]) => ({ properties: { code, age, children }, geometry: null })),
  ),
  level: 'sector',
  idColumn: 'code',
  year: 2023,
  maps: [{ indicator: 'children', column: 'children' }],
  category: { name: 'age', column: 'age' },
  source: sourceNamed('Test children'),
});

/** As many households in every sector, under another licence than the rest. */
export const householdsStep = (year: number, households: number): ImportStep => ({
  kind: 'table',
  file: fileOf(
    `households-${year}.csv`,
    SECTORS.map(({ code }) => ({ properties: { code, households }, geometry: null })),
  ),
  level: 'sector',
  idColumn: 'code',
  year,
  maps: [{ indicator: 'households', column: 'households' }],
  source: { ...sourceNamed('Test households'), licence: 'CC-BY-4.0' },
});

/** Dwellings by tenure, owner, private and social: 0, 10, 30 in S01, 30, 10, 0 in S02, 40 each in S03, nobody elsewhere. */
export const tenureStep = (): ImportStep => ({
  kind: 'table',
  file: fileOf(
    'tenure.csv',
    SECTORS.flatMap(({ code }, at) =>
      ['owner', 'private', 'social'].map((tenure, k) => ({
        properties: {
          code,
          tenure,
          dwellings:
            [
              [0, 10, 30],
              [30, 10, 0],
              [40, 40, 40],
            ][at]?.[k] ?? 0,
        },
        geometry: null,
      })),
    ),
  ),
  level: 'sector',
  idColumn: 'code',
  year: 2023,
  maps: [{ indicator: 'dwellings', column: 'dwellings' }],
  category: { name: 'tenure', column: 'tenure' },
  source: sourceNamed('Test tenure'),
});

/** Westdorp is to have 100 more by 2042, counted from 70, of which 15 are planned; Oostdorp has no objective. */
export const objectiveSteps = (): ImportStep[] => {
  const table = (name: string, year: number, maps: TableMap[], dwellings: object): ImportStep => ({
    kind: 'table',
    file: fileOf(`${name}.csv`, [{ properties: { code: 'M1', ...dwellings }, geometry: null }]),
    level: 'municipality',
    idColumn: 'code',
    year,
    maps,
    source: sourceNamed(`Test ${name}`),
  });
  return [
    table(
      'objective',
      2042,
      [
        { indicator: 'social_objective', column: 'extra' },
        { indicator: 'social_objective_start', column: 'start' },
      ],
      { extra: 100, start: 70 },
    ),
    table('pipeline', 2023, [{ indicator: 'social_pipeline', column: 'planned' }], {
      planned: 15,
    }),
  ];
};

/** Kinds of Westdorp's social dwellings: 60 owned, 15 rented in and 5 sold; the objective counts the first two, from 65. */
export const kindSteps = (): ImportStep[] => {
  const table = (
    name: string,
    year: number,
    indicator: string,
    numbers: Record<string, number>,
  ): ImportStep => ({
    kind: 'table',
    file: fileOf(
      `${name}.csv`,
      Object.entries(numbers).map(([kind, number]) => ({
        properties: { code: 'M1', kind, number },
        geometry: null,
      })),
    ),
    level: 'municipality',
    idColumn: 'code',
    year,
    category: { name: 'kind', column: 'kind' },
    maps: [{ indicator, column: 'number' }],
    source: sourceNamed(`Test ${name}`),
  });
  return [
    table('kinds', 2022, 'social_stock', { owned: 60, rented_in: 15, purchase: 5 }),
    table('counts', 2042, 'social_objective_counts', { owned: 1, rented_in: 1, purchase: 0 }),
    table('starts', 2042, 'social_objective_start', { owned: 55, rented_in: 10 }),
  ];
};

/** Two points and a polygon: a playground in S01, a meeting place with play in S03, and a green in S09. */
export const facilitiesStep = (): ImportStep => ({
  kind: 'facilities',
  file: fileOf('places.geojson', [
    {
      properties: { key: 'a1', name: 'Zandbak', functions: 'play', min_age: 3 },
      geometry: { type: 'Point', coordinates: [WEST + 0.5 * WIDTH, SOUTH + 0.5 * HEIGHT] },
    },
    {
      properties: { key: 'a2', name: '=HYPERLINK("http://x")', functions: 'play,meeting', min_age: null },
      geometry: { type: 'Point', coordinates: [WEST + 2.5 * WIDTH, SOUTH + 0.5 * HEIGHT] },
    },
    {
      properties: { key: 'a3', name: 'Weide', functions: 'green', min_age: null },
      geometry: polygon(boxAt(0.25, 2.25, 0.5, 0.5)),
    },
  ]),
  sourceId: 'places',
  map: { key: 'key', name: 'name', functions: 'functions', attributes: { minAge: 'min_age' } },
  source: sourceNamed('Test places'),
});

export const sitesStep = (): ImportStep => ({
  kind: 'sites',
  file: fileOf('sites.geojson', [
    {
      properties: { key: 'b1', name: 'Oude fabriek', capacityDwellings: 30, owner: 'stad' },
      geometry: polygon(boxAt(1.25, 1.25, 0.5, 0.5)),
    },
  ]),
  source: sourceNamed('Test sites'),
});

/** Imports the whole region as one release. */
export function importTestRegion(
  database: Database,
  changes: Partial<ImportRequest> = {},
): Promise<ImportResult> {
  return runImport(database, {
    region: 'test',
    regionTitle: 'Testland',
    message: 'The test region',
    steps: [
      municipalitiesStep(),
      sectorsStep(),
      dwellingsStep(),
      dwellingsStep(2022, { S01: [40, 100] }),
      birthsStep(),
      childrenStep(),
      facilitiesStep(),
      sitesStep(),
    ],
    ...changes,
  });
}

/** A file that is only in memory. */
export function fileOf(name: string, records: readonly Omit<FileRecord, 'number'>[]): OpenedFile {
  return {
    format: 'test',
    name,
    declaredEpsg: 4326,
    spatial: records.some(record => record.geometry !== null),
    async *records() {
      for (const [index, record] of records.entries()) yield { number: index + 1, ...record };
    },
  };
}

type Box = [west: number, south: number, east: number, north: number];

function boxAt(column: number, row: number, columns: number, rows: number): Box {
  const west = WEST + column * WIDTH;
  const south = SOUTH + row * HEIGHT;
  return [rounded(west), rounded(south), rounded(west + columns * WIDTH), rounded(south + rows * HEIGHT)];
}

/** Neighbours share their corners to the last bit. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

export function polygon([west, south, east, north]: Box): Geometry {
  const ring: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}
