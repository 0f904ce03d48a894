import type { Texts } from '../../areas/indicator.ts';
import { ProblemError } from '../../problem.ts';
import { countsAfter, type Step, sumsAfter } from '../allocation.ts';
import { objectiveValue, separableObjective, separableObjectives } from '../objectives.ts';
import type { CoupledProblem, Figures, SitePlan } from './types.ts';

/** What is made small: a convex sum over the areas, or prices of what is built. */
export type CoupledObjective = {
  id: string;
  /** What one more dwelling in an area adds; null for an objective of prices. */
  step: Step | null;
  /** Prices of a dwelling at a site by type (−1: whatever type), of a project and of a place to play. */
  perDwelling: (site: number, type: number) => number;
  perProject: (site: number) => number;
  perPlace: number;
  /** The type of which every plan has its least number, no more; −1 where no mean needs that. */
  exactType: number;
  before: number | null;
  value: (plan: SitePlan) => number | null;
  /** The objective where it has `value` and the sum becomes smaller by `by`. */
  lowered: (value: number, by: number) => number;
};

/** Objectives that are means over the new dwellings. */
export const LINEAR_OBJECTIVES = [
  'cost_per_dwelling',
  'play_distance',
  'meeting_distance',
  'family_poverty',
] as const;
export type LinearObjective = (typeof LINEAR_OBJECTIVES)[number];
export const isLinear = (id: string): id is LinearObjective =>
  (LINEAR_OBJECTIVES as readonly string[]).includes(id);
const isFigure = (id: string): id is LinearFigure => isLinear(id) && id !== 'cost_per_dwelling';

export const LINEAR_TITLES: Record<LinearObjective, Texts> = {
  cost_per_dwelling: { nl: 'kostprijs per woning', en: 'cost per dwelling', fr: 'coût par logement' },
  play_distance: {
    nl: 'afstand van de nieuwe woningen tot spelen',
    en: 'distance from the new dwellings to play',
    fr: 'distance des nouveaux logements aux jeux',
  },
  meeting_distance: {
    nl: 'afstand van de nieuwe woningen tot ontmoeten',
    en: 'distance from the new dwellings to meet',
    fr: 'distance des nouveaux logements aux rencontres',
  },
  family_poverty: {
    nl: 'kansarmoede rond de nieuwe gezinnen',
    en: 'child poverty around the new families',
    fr: 'précarité autour des nouvelles familles',
  },
};

type LinearFigure = Exclude<LinearObjective, 'cost_per_dwelling'>;

const FIGURE_OF: Record<LinearFigure, keyof Figures> = {
  play_distance: 'playMetres',
  meeting_distance: 'meetingMetres',
  family_poverty: 'childPoverty',
};

/** The type that families live in; with it child poverty is that around its dwellings alone. */
export const FAMILY = 'family';

/**
 * The objective of an id for a problem with couplings.
 * @throws ProblemError `bad-parameter` for one that the solver has no model of; `undefined-index` naming the first area
 * without a figure that could be built in.
 */
export function coupledObjective(problem: CoupledProblem, id: string): CoupledObjective {
  if (id === 'cost_per_dwelling') return costObjective(problem);
  if (isFigure(id)) return figureObjective(problem, id);
  const separable = id.includes(',') ? null : separableObjective(id);
  if (separable === null) {
    const known = [...separableObjectives.map(one => one.id), 'atkinson_b', ...LINEAR_OBJECTIVES];
    throw new ProblemError(
      'bad-parameter',
      `Budgets, numbers of projects, types of dwellings, years and play go with ${known.join(', ')}, not with ${id}.`,
      { objective: id, known },
    );
  }
  const after = sumsAfter(problem);
  return {
    id,
    step: separable.marginal(after),
    perDwelling: () => 0,
    perProject: () => 0,
    perPlace: 0,
    exactType: -1,
    before: objectiveValue(id, problem),
    value: ({ allocation }) => objectiveValue(id, countsAfter(problem, allocation)),
    lowered: separable.lowered(after),
  };
}

function costObjective({ coupling, dwellings }: CoupledProblem): CoupledObjective {
  const { sites, types, play } = coupling;
  return {
    id: 'cost_per_dwelling',
    step: null,
    perDwelling: (site, type) => sites.eurosPerDwelling[site]! + (types[type]?.eurosMore ?? 0),
    perProject: site => sites.eurosPerProject[site]!,
    perPlace: play?.eurosPerPlace ?? 0,
    exactType: -1,
    before: null,
    value: ({ euros }) => euros / dwellings,
    lowered: (value, by) => value - by / dwellings,
  };
}

function figureObjective(problem: CoupledProblem, id: LinearFigure): CoupledObjective {
  const { codes, dwellings, figures = {}, limits, coupling } = problem;
  const figure = figures[FIGURE_OF[id]];
  const { sites, types } = coupling;
  const open = sites.area.find(
    area => !Number.isFinite(figure?.[area] ?? Number.NaN) && limits.every(({ most }) => most[area]! >= 1),
  );
  if (figure === undefined || open !== undefined) {
    const where = figure === undefined ? 'There is' : `Area ${codes[open!]} has`;
    throw new ProblemError('undefined-index', `${where} no figure for ${id}; give one, or lock the area.`, {
      objective: id,
    });
  }
  const family = id === 'family_poverty' ? types.findIndex(type => type.id === FAMILY) : -1;
  // A mean needs a number that every plan shares: the least number of family dwellings is then the number.
  const counted = family === -1 ? dwellings : leastOf(types[family]!.minShare, dwellings);
  return {
    id,
    step: null,
    perDwelling: (site, type) => (family === -1 || type === family ? figure[sites.area[site]!]! : 0),
    perProject: () => 0,
    perPlace: 0,
    exactType: family,
    before: null,
    value({ dwellings: placed, byType }) {
      const column = family === -1 ? placed : byType[family]!;
      let sum = 0;
      for (const [site, number] of column.entries())
        if (number > 0) sum += number * figure[sites.area[site]!]!;
      return counted === 0 ? null : sum / counted;
    },
    lowered: (value, by) => value - by / Math.max(1, counted),
  };
}

/** The least whole number that is a share of so many. */
export const leastOf = (share: number, dwellings: number): number => Math.ceil(share * dwellings - 1e-9);
/** The most. */
export const mostOf = (share: number, dwellings: number): number => Math.floor(share * dwellings + 1e-9);
