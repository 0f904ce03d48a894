import type { Database } from '../../server/database/types.ts';
import { runImport } from '../../server/imports/run.ts';
import type { ImportResult } from '../../server/imports/types.ts';
import { fileOf, HEIGHT, SOUTH, sourceNamed, WEST, WIDTH } from './region.ts';

/** The middle of a box of the test region. */
export const middle = (column: number, row: number) => ({
  type: 'Point' as const,
  coordinates: [WEST + (column + 0.5) * WIDTH, SOUTH + (row + 0.5) * HEIGHT],
});

type Service = [
  key: string,
  functions: string,
  capacity: number | null,
  staff: number | null,
  geometry: ReturnType<typeof middle>,
];

/**
 * Childcare in S01, in S12, where nobody lives, and one of unknown room in S03; a primary school in S01, and one with a
 * nursery in S03, of whose 150 places two thirds are of the primary school; a family centre in S01.
 */
const SERVICES: readonly Service[] = [
  ['c1', 'childcare', 50, 10, middle(0, 0)],
  ['c2', 'childcare', 8, null, middle(3, 2)],
  ['c3', 'childcare', null, null, middle(2, 0)],
  ['s1', 'primary_school', 120, null, middle(0, 0)],
  ['s3', 'primary_school,nursery_school', 150, null, middle(2, 0)],
  ['h1', 'huis_van_het_kind', null, null, middle(0, 0)],
];

/** Into the test region. */
export function importServices(database: Database): Promise<ImportResult> {
  return runImport(database, {
    region: 'test',
    regionTitle: 'Testland',
    message: 'Childcare and schools',
    steps: [
      {
        kind: 'facilities',
        file: fileOf(
          'services.geojson',
          SERVICES.map(([key, functions, capacity, staff, geometry]) => ({
            properties: { key, name: `Plek ${key}`, functions, capacity, staff },
            geometry,
          })),
        ),
        sourceId: 'services',
        map: {
          ...{ key: 'key', name: 'name', functions: 'functions' },
          attributes: { capacity: 'capacity', staff: 'staff' },
        },
        source: sourceNamed('Test services'),
      },
    ],
  });
}

/** The left or the right half of the test region. */
const half = (column: 0 | 1) => ({
  type: 'Polygon',
  coordinates: [
    [
      [WEST + 2 * column * WIDTH, SOUTH],
      [WEST + 2 * (column + 1) * WIDTH, SOUTH],
      [WEST + 2 * (column + 1) * WIDTH, SOUTH + 3 * HEIGHT],
      [WEST + 2 * column * WIDTH, SOUTH + 3 * HEIGHT],
      [WEST + 2 * column * WIDTH, SOUTH],
    ],
  ],
});

/** Each school has the municipality that it stands in. */
export const CATCHMENTS = [
  { school: 'services/s1', geometry: half(0) },
  { school: 'services/s3', geometry: half(1) },
];
