import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { Desk } from '../releases/desk.ts';
import { evaluateDocument } from '../releases/scenario-evaluation.ts';
import { AREA_COLUMNS, areaCells, areaRows, cellOf } from './areas.ts';
import { type Exported, exported, provenanceOf } from './exported.ts';
import { writerById } from './registry.ts';
import type { Cell } from './types.ts';

export type ScenarioExport = {
  format: string;
  document: ScenarioDocument;
  /** False leaves the polygons out, also where the format could carry them. */
  geometry?: boolean | undefined;
  /** Lower social dwellings above the total to the total instead of refusing them. */
  clamp?: boolean | undefined;
};

const FIGURES = ['before', 'after', 'difference'].flatMap(moment =>
  ['social', 'dwellings', 'social_share'].map(name => `${name}_${moment}`),
);
/** The year of the counts stands in every row, named as in an export of areas: the file may be joined to other years. */
const COLUMNS = [...FIGURES, 'social_share_year'];

/**
 * The areas of a scenario's scope: social dwellings, all dwellings and the share, before, after and the difference.
 * @throws ProblemError before anything is written, as `evaluateDocument`.
 */
export async function exportScenario(
  desk: Desk,
  { format, document, geometry, clamp }: ScenarioExport,
): Promise<Exported> {
  const writer = writerById(format);
  const { release, region, item, source, areas, evaluation } = await evaluateDocument(desk, document, {
    clamp,
  });
  const { index: indices, socialBefore, totalBefore, socialAfter, totalAfter } = evaluation.areas;
  const positionOf = new Map(Array.from(indices, (index, position) => [index, position]));
  return exported(writer, `${region.id}-scenario-${document.title}`, {
    columns: [...AREA_COLUMNS, ...COLUMNS],
    rows: areaRows(desk.database, item, indices, writer.spatial && geometry !== false, index => {
      const at = positionOf.get(index)!;
      const before = shareFigures(socialBefore[at]!, totalBefore[at]!);
      const after = shareFigures(socialAfter[at]!, totalAfter[at]!);
      const difference = after.map((value, column) => value - before[column]!);
      return [
        ...areaCells(areas, index),
        ...[...before, ...after, ...difference].map((value): Cell => cellOf(value)),
        source.year,
      ];
    }),
    provenance: provenanceOf(release, region, [item.source, source.item.source], {
      level: item.level,
      vintage: item.vintage,
      year: source.year,
    }),
  });
}

/** Social dwellings, all dwellings and the share of the one in the other; no share where there are no dwellings. */
export function shareFigures(social: number, total: number): number[] {
  return [social, total, total > 0 ? social / total : Number.NaN];
}
