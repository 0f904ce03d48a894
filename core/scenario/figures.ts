import type { Texts } from '../areas/indicator.ts';
import { type AnyIndex, anyIndexById } from '../concentration/spatial-registry.ts';
import type { IndexOutcome } from '../concentration/types.ts';
import { CHILD_AGES } from './children.ts';
import type { ScenarioEvaluation } from './evaluate.ts';
import { REACH_FUNCTIONS } from './facilities.ts';
import { DWELLINGS_IN_REACH, FIGURE_TITLES, type ScenarioFigureId } from './figure-titles.ts';
import { remainingTogether } from './objective.ts';

/** `share` is 0–1 and shown in percent, `index` a number with three decimals, `count` whole, `people` an expectation. */
export const FIGURE_UNITS = ['share', 'index', 'count', 'people', 'per_hectare'] as const;
export type FigureUnit = (typeof FIGURE_UNITS)[number];

/** What more of a figure means; a number of dwellings is neither good nor bad. */
export const FIGURE_DIRECTIONS = ['higher_is_better', 'higher_is_worse', 'neutral'] as const;
export type FigureDirection = (typeof FIGURE_DIRECTIONS)[number];

/** One figure of a scenario: as it is, as it would be, and the difference; null where there is no value. */
export type PanelFigure = {
  /** Stable: of an index its own id. */
  id: string;
  title: Texts;
  unit: FigureUnit;
  direction: FigureDirection;
  before: number | null;
  after: number | null;
  difference: number | null;
};

/** Every figure of an evaluation as one list, in the order of the panel: for rows, tables, files and comparisons. */
export function panelFigures(evaluation: ScenarioEvaluation): PanelFigure[] {
  const { before, after, density, above, exposure, reach, programme } = evaluation;
  const built = (id: ScenarioFigureId, dwellings: number) => figure(id, 'count', 'neutral', 0, dwellings);
  const { children } = programme;
  const remaining = remainingTogether(evaluation.objectives);
  return [
    figure('social_dwellings', 'count', 'neutral', before.social, after.social),
    figure('dwellings', 'count', 'neutral', before.total, after.total),
    ...Object.keys(after.indices).map(id =>
      indexFigure(anyIndexById(id), before.indices[id]!, after.indices[id]!),
    ),
    figure('social_density', 'per_hectare', 'neutral', density?.before, density?.after),
    figure('areas_above', 'count', 'higher_is_worse', above.before, above.after),
    figure(
      'poverty_exposure',
      'share',
      'higher_is_worse',
      exposure?.ofPresentDwellings,
      exposure?.ofDwellingsAfter,
    ),
    figure('poverty_exposure_new', 'share', 'higher_is_worse', null, exposure?.ofNewDwellings),
    ...REACH_FUNCTIONS.flatMap(wanted => {
      const found = reach.find(one => one.function === wanted);
      const of = figure(`${wanted}_reach`, 'share', 'higher_is_better', found?.before, found?.after);
      return [
        found?.weighedBy === 'dwellings' ? { ...of, title: DWELLINGS_IN_REACH[wanted] } : of,
        figure(
          `${wanted}_reach_deprived`,
          'share',
          'higher_is_better',
          found?.deprived?.before,
          found?.deprived?.after,
        ),
        figure(`${wanted}_reach_new`, 'share', 'higher_is_better', null, found?.newDwellings),
      ];
    }),
    figure('objective_remaining', 'count', 'higher_is_worse', remaining?.before, remaining?.after),
    built('social_built', programme.builtSocial),
    built('social_converted', programme.convertedSocial),
    built('social_demolished', programme.demolishedSocial),
    built('social_renovated', programme.renovatedSocial),
    built('private_built', programme.builtPrivate),
    built('private_demolished', programme.demolishedPrivate),
    figure('family_share', 'share', 'neutral', null, programme.familyShare),
    figure('children', 'people', 'neutral', 0, children.total),
    ...CHILD_AGES.map(age => figure(`children_${age}`, 'people', 'neutral', 0, children.byAge[age])),
  ];
}

function figure(
  id: ScenarioFigureId,
  unit: FigureUnit,
  direction: FigureDirection,
  before: number | null | undefined,
  after: number | null | undefined,
): PanelFigure {
  return { id, title: FIGURE_TITLES[id], unit, direction, ...changeOf(before ?? null, after ?? null) };
}

const directions: Readonly<Record<AnyIndex['direction'], FigureDirection>> = {
  higher_is_more_concentrated: 'higher_is_worse',
  higher_is_less_concentrated: 'higher_is_better',
  neutral: 'neutral',
};

/** What more of an index means to a planner: less concentrated is what is aimed at. */
export const directionOf = ({ direction }: Pick<AnyIndex, 'direction'>): FigureDirection =>
  directions[direction];

function indexFigure(index: AnyIndex, before: IndexOutcome, after: IndexOutcome): PanelFigure {
  const valueIn = (outcome: IndexOutcome) => ('value' in outcome ? outcome.value : null);
  return {
    id: index.id,
    title: index.title,
    // Shares of the stock read as percentages, the other indices as numbers.
    unit: index.family === 'stock' ? 'share' : 'index',
    direction: directionOf(index),
    ...changeOf(valueIn(before), valueIn(after)),
  };
}

function changeOf(before: number | null, after: number | null) {
  return { before, after, difference: before === null || after === null ? null : after - before };
}

/** Ids of the figures that a change made another: those whose value after the edits is not what it was, to the last bit. */
export function figuresThatReact(
  before: readonly PanelFigure[],
  after: readonly PanelFigure[],
): ReadonlySet<string> {
  const was = new Map(before.map(({ id, after: value }) => [id, value]));
  return new Set(after.filter(({ id, after: value }) => was.get(id) !== value).map(({ id }) => id));
}
