import { comparedFigures } from '../../core/scenario/compared-figures.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { figureMethod } from '../../core/scenario/figure-methods.ts';
import { panelFigures } from '../../core/scenario/figures.ts';
import type { Desk } from '../releases/desk.ts';
import { type EvaluatedScenario, evaluateDocument } from '../releases/scenario-evaluation.ts';
import { evaluatePair, type ScenarioPair } from '../releases/scenario-pair.ts';
import { AREA_COLUMNS, areaCells, areaRows, cellOf } from './areas.ts';
import { type Exported, exported, provenanceOf } from './exported.ts';
import { writerById } from './registry.ts';
import { shareFigures } from './scenario.ts';
import type { Cell, ExportTable } from './types.ts';

type Asked = { format: string; geometry?: boolean | undefined; clamp?: boolean | undefined };

const PARTS = ['social', 'dwellings', 'social_share'] as const;
const PAIR_COLUMNS = ['first', 'second', 'difference'].flatMap(which =>
  PARTS.map(name => `${name}_${which}`),
);

const provenance = ({ release, region, item, source }: EvaluatedScenario): ExportTable['provenance'] =>
  provenanceOf(release, region, [item.source, source.item.source], {
    level: item.level,
    vintage: item.vintage,
    year: source.year,
  });

/**
 * The areas of the scope of the second of two scenarios, each as it is under the first (or now), under the second, and
 * the difference.
 * @throws ProblemError before anything is written, as `evaluatePair`.
 */
export async function exportDifference(
  desk: Desk,
  pair: ScenarioPair,
  { format, geometry, clamp }: Asked,
): Promise<Exported> {
  const writer = writerById(format);
  const { first, second } = await evaluatePair(desk, pair, { clamp });
  const { item, areas, source, region } = second;
  const indices = second.evaluation.areas.index;
  const positionOf = new Map(Array.from(indices, (index, position) => [index, position]));
  return exported(writer, `${region.id}-${pair.first?.title ?? 'now'}-${pair.second.title}`, {
    columns: [...AREA_COLUMNS, ...PAIR_COLUMNS, 'social_share_year'],
    rows: areaRows(desk.database, item, indices, writer.spatial && geometry !== false, index => {
      const at = positionOf.get(index)!;
      const [one, other] = [first, second].map(({ evaluation: { areas: cells } }) =>
        shareFigures(cells.socialAfter[at]!, cells.totalAfter[at]!),
      ) as [number[], number[]];
      const difference = other.map((value, column) => value - one[column]!);
      const figures = [...one, ...other, ...difference].map(cellOf);
      return [...areaCells(areas, index), ...figures, source.year];
    }),
    provenance: provenance(second),
  });
}

const FIGURE_COLUMNS = ['figure', 'title_nl', 'title_en', 'unit'] as const;
type FigureRow = { id: string; cells: Cell[] };

function figureTable(
  evaluated: EvaluatedScenario,
  document: ScenarioDocument,
  values: readonly [string, string],
  rows: readonly FigureRow[],
): ExportTable {
  async function* written() {
    for (const { id, cells } of rows) {
      const method = figureMethod(id)?.en ?? null;
      const { level, code } = document.baseline.scope ?? { level: null, code: null };
      const tail = [method, document.title, level, code, evaluated.source.year];
      yield { id, geometry: null, cells: [...cells, ...tail] };
    }
  }
  return {
    columns: [
      ...FIGURE_COLUMNS,
      ...values,
      'difference',
      'how_computed',
      'scenario',
      'scope_level',
      'scope_code',
      'year',
    ],
    rows: written(),
    provenance: provenance(evaluated),
  };
}

/**
 * Every figure of a scenario before, after and the difference, one row each; with `first` of two scenarios.
 * @throws ProblemError as `evaluatePair`.
 */
export async function exportFigures(
  desk: Desk,
  { first, second }: ScenarioPair,
  { format, clamp }: Asked,
): Promise<Exported> {
  const writer = writerById(format);
  if (first === undefined) {
    const evaluated = await evaluateDocument(desk, second, { clamp });
    const rows = panelFigures(evaluated.evaluation).map(({ id, title, unit, before, after, difference }) => ({
      id,
      cells: [id, title.nl, title.en, unit, before, after, difference],
    }));
    const table = figureTable(evaluated, second, ['before', 'after'], rows);
    return exported(writer, `${evaluated.region.id}-figures-${second.title}`, table);
  }
  const both = await evaluatePair(desk, { first, second }, { clamp });
  const compared = comparedFigures(panelFigures(both.first.evaluation), panelFigures(both.second.evaluation));
  const rows = compared.map(figure => ({
    id: figure.id,
    cells: [
      figure.id,
      figure.title.nl,
      figure.title.en,
      figure.unit,
      figure.first,
      figure.second,
      figure.difference,
    ],
  }));
  const title = `${first.title} / ${second.title}`;
  const table = figureTable(both.second, { ...second, title }, ['first', 'second'], rows);
  return exported(writer, `${both.second.region.id}-figures-${first.title}-${second.title}`, table);
}
