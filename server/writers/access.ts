import type { Walking } from '../../core/access/walking.ts';
import { type AccessQuestion, measureAccess } from '../releases/access/areas.ts';
import { loadAreas } from '../releases/areas.ts';
import type { Desk } from '../releases/desk.ts';
import { facilitiesItems, regionOf } from '../releases/select.ts';
import type { Release } from '../releases/types.ts';
import { AREA_COLUMNS, areaCells, areaRows } from './areas.ts';
import { type Exported, exported, provenanceOf } from './exported.ts';
import { writerById } from './registry.ts';
import type { Cell } from './types.ts';

export type AccessExport = AccessQuestion & {
  format: string;
  /** False leaves the polygons out, also where the format could carry them. */
  geometry?: boolean | undefined;
};

const COLUMNS = [
  'functions',
  'within_m',
  'min_area_m2',
  'ages',
  'walked_by',
  'children_year',
  'median_m',
  'children',
  'reached',
  'share',
  'deprived',
  'deprived_reached',
  'deprived_share',
] as const;

/** One row an area: how far the nearest place is and how many children have one; errors as in `measureAccess`. */
export async function exportAccess(
  desk: Desk,
  release: Release,
  { format, geometry, ...question }: AccessExport,
): Promise<Exported> {
  const writer = writerById(format);
  const answer = await measureAccess(desk, release, question);
  const { item, indices, access, ground, walking, scoped } = answer;
  const areas = await loadAreas(desk.database, item);
  const region = regionOf(release, question.region);
  const position = new Map(Array.from(indices, (index, k) => [index, k]));
  const { functions, withinM, minAreaM2 } = question.rule;
  const same: Cell[] = [
    functions.join(','),
    withinM,
    minAreaM2,
    scoped.counted.map(({ from, to }) => `${from}-${to}`).join(','),
    walkedBy(walking),
    ground.children.year,
  ];
  return exported(writer, `${region.id}-${item.level}-access-${functions.join('-')}-${withinM}`, {
    columns: [...AREA_COLUMNS, ...COLUMNS],
    rows: areaRows(desk.database, item, indices, writer.spatial && geometry !== false, index => {
      const k = position.get(index)!;
      const { all, deprived } = access.groups;
      return [
        ...areaCells(areas, index),
        ...same,
        cell(access.medianM[k]),
        ...groupCells(all, k),
        ...groupCells(deprived, k),
      ];
    }),
    provenance: provenanceOf(
      release,
      region,
      [
        item.source,
        ground.children.source,
        ...facilitiesItems(release, region.id).map(({ source }) => source),
      ],
      { level: item.level, vintage: item.vintage, year: ground.children.year },
    ),
  });
}

function groupCells(group: { children: Float64Array; reached: Float64Array } | null, k: number): Cell[] {
  if (group === null) return [null, null, null];
  return [cell(group.children[k]), cell(group.reached[k]), cell(group.reached[k]! / group.children[k]!)];
}

/** In words, as a column of a file has them. */
const walkedBy = ({ by, detour }: Walking): string =>
  by === 'network' ? `network, off it straight line × ${detour}` : `straight line × ${detour}`;

const cell = (value: number | undefined): Cell => (Number.isFinite(value) ? value! : null);
