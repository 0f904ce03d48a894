import { loadAreas } from '../releases/areas.ts';
import type { Comparison } from '../releases/comparison.ts';
import { type ComparisonQuestion, compareRegions } from '../releases/comparison.ts';
import type { Desk } from '../releases/desk.ts';
import { regionOf } from '../releases/select.ts';
import type { Release } from '../releases/types.ts';
import { AREA_COLUMNS, areaCells, areaRows } from './areas.ts';
import { type Exported, exported, provenanceOf } from './exported.ts';
import { writerById } from './registry.ts';
import type { Cell } from './types.ts';

export type ComparisonExport = ComparisonQuestion & {
  format: string;
  /** False leaves the polygons out, also where the format could carry them. */
  geometry?: boolean | undefined;
};

/** One row a region, with what the comparison page shows; errors as in `compareRegions`. */
export async function exportComparison(
  desk: Desk,
  release: Release,
  { format, geometry, ...question }: ComparisonExport,
): Promise<Exported> {
  const writer = writerById(format);
  const compared = await compareRegions(desk, release, question);
  const { source, item, beside } = compared;
  const others = [beside.households, beside.childPoverty];
  const areas = await loadAreas(desk.database, item);
  const cells = new Map(compared.regions.map(region => [areas.indexOf.get(region.code)!, region]));
  const places = new Map(compared.ranking?.ranked.map(each => [each.id, each]));
  const region = regionOf(release, question.region);
  const { index } = question;
  return exported(writer, `${region.id}-${item.level}-${index}-${source.year}`, {
    columns: [...AREA_COLUMNS, ...COUNTED, ...indexColumns(index)],
    rows: areaRows(
      desk.database,
      item,
      Int32Array.from(cells.keys()).sort(),
      writer.spatial && geometry !== false,
      at => [...areaCells(areas, at), ...regionCells(cells.get(at)!, source.year, places)],
    ),
    provenance: provenanceOf(
      release,
      region,
      [item.source, source.item.source, ...others.flatMap(each => each.source ?? [])],
      {
        level: item.level,
        vintage: item.vintage,
        year: others.every(({ year }) => year === null || year === source.year) ? source.year : null,
      },
    ),
  });
}

const COUNTED = [
  'own',
  'year',
  'zones',
  'social',
  'dwellings',
  'social_share',
  'households',
  'households_year',
  'social_per_100_households',
  'child_poverty',
  'child_poverty_year',
] as const;

function indexColumns(index: string): string[] {
  return [
    index,
    ...['expected', 'corrected', 'low', 'high', 'p'].map(part => `${index}_${part}`),
    'rank_best',
    'rank_worst',
    'lacks',
    'spread_ratio',
    'problem',
  ];
}

function regionCells(
  region: Comparison['regions'][number],
  year: number,
  places: ReadonlyMap<string, { best: number; worst: number }>,
): Cell[] {
  const { social, total, households, index, spreadRatio } = region;
  const place = places.get(region.code);
  return [
    region.own,
    year,
    region.zones,
    social,
    total,
    social !== null && total ? social / total : null,
    households,
    region.householdsYear,
    social !== null && households ? (100 * social) / households : null,
    region.childPoverty,
    region.childPovertyYear,
    index && 'value' in index ? index.value : null,
    index?.expected ?? null,
    index?.corrected ?? null,
    index?.interval?.low ?? null,
    index?.interval?.high ?? null,
    index?.p ?? null,
    place?.best ?? null,
    place?.worst ?? null,
    region.lack?.lacks ?? null,
    spreadRatio && 'value' in spreadRatio ? spreadRatio.value : null,
    region.problem?.detail ?? (index && 'reason' in index ? index.reason : null),
  ];
}
