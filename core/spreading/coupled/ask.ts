import { ProblemError } from '../../problem.ts';
import type { SpreadProblem } from '../types.ts';
import { FAMILY, isLinear } from './objective.ts';
import { sitesOfAreas } from './sites.ts';
import type { CoupledProblem, DwellingType, Figures, Sites } from './types.ts';

/** A place where a project may be built, as a planner writes it; what is left out is that of its area. */
export type SiteAsk = {
  code: string;
  area: string;
  most?: number;
  least?: number;
  eurosPerDwelling?: number;
  eurosPerProject?: number;
  /** Year from which it may be built on; 1 is the first. */
  from?: number;
};

/** Constraints that tie areas together, as a planner asks them; null or empty where one is not asked. */
export type CouplingsAsk = {
  budgetEuros: number | null;
  eurosPerDwelling: number;
  eurosPerProject: number;
  /** Areas where a dwelling costs something else. */
  eurosByArea: Record<string, number>;
  maxProjects: number | null;
  /** Least share of the new dwellings that families can live in, 0–1; at most so many in an area, each so much dearer. */
  familyShare: number | null;
  familyPerArea: number | null;
  eurosMorePerFamily: number;
  /** Most dwellings completed each year, the first year first. */
  perYear: number[] | null;
  /** Areas that may be built in from a later year only; 1 is the first. */
  availableFrom: Record<string, number>;
  /** Farther from play than this takes none, or gets a place to play for so many euros. */
  playNormMetres: number | null;
  eurosPerPlayPlace: number | null;
  /** Null where every area is one site. */
  sites: SiteAsk[] | null;
  /** The search ends with the best plan so far. */
  secondsLimit: number;
  /** A gap that is small enough, in parts of the value. */
  gap: number;
};

export const NO_COUPLINGS: CouplingsAsk = {
  budgetEuros: null,
  eurosPerDwelling: 0,
  eurosPerProject: 0,
  eurosByArea: {},
  maxProjects: null,
  familyShare: null,
  familyPerArea: null,
  eurosMorePerFamily: 0,
  perYear: null,
  availableFrom: {},
  playNormMetres: null,
  eurosPerPlayPlace: null,
  sites: null,
  secondsLimit: 30,
  gap: 1e-4,
};

/** Whether a question has constraints or an objective that only the solver answers. */
export function needsSolver({
  objective,
  couplings,
}: {
  objective: string;
  couplings?: CouplingsAsk | null;
}): boolean {
  if (isLinear(objective)) return true;
  if (couplings == null) return false;
  const { budgetEuros, maxProjects, familyShare, perYear, playNormMetres, sites } = couplings;
  return [budgetEuros, maxProjects, familyShare, perYear, playNormMetres, sites].some(one => one !== null);
}

/**
 * A problem with what was asked to tie its areas together.
 * @throws ProblemError `bad-parameter` naming an area that is not there; `undefined-index` where distances to play are not known.
 */
export function coupledBy(problem: SpreadProblem, asked: CouplingsAsk, figures: Figures): CoupledProblem {
  const { codes } = problem;
  const places = new Map(codes.map((code, place) => [code, place]));
  const { familyShare, playNormMetres: normMetres, eurosPerPlayPlace: eurosPerPlace } = asked;
  if (normMetres !== null && figures.playMetres === undefined) {
    throw new ProblemError(
      'undefined-index',
      'Places to play are not known here; leave the norm for play out.',
    );
  }
  const sites =
    asked.sites === null ? areaSites(codes, places, asked) : listedSites(places, asked.sites, asked);
  return {
    ...problem,
    figures,
    coupling: {
      sites,
      budgetEuros: asked.budgetEuros,
      maxProjects: asked.maxProjects,
      types: familyShare === null ? [] : familyTypes(sites, familyShare, asked),
      perYear: asked.perYear,
      play: normMetres === null ? null : { metres: figures.playMetres!, normMetres, eurosPerPlace },
    },
  };
}

type Places = ReadonlyMap<string, number>;

function areaSites(codes: readonly string[], places: Places, asked: CouplingsAsk): Sites {
  const sites = sitesOfAreas(codes, asked);
  for (const [code, euros] of Object.entries(asked.eurosByArea))
    sites.eurosPerDwelling[placeOf(places, code)] = euros;
  for (const [code, year] of Object.entries(asked.availableFrom))
    sites.from[placeOf(places, code)] = year - 1;
  return sites;
}

function listedSites(places: Places, listed: readonly SiteAsk[], asked: CouplingsAsk): Sites {
  const twice = listed.find(({ code }, i) => listed.findIndex(one => one.code === code) !== i);
  if (twice !== undefined) throw new ProblemError('bad-parameter', `Site ${twice.code} stands there twice.`);
  const { eurosByArea, availableFrom } = asked;
  const column = (value: (site: SiteAsk) => number) => Float64Array.from(listed, value);
  return {
    codes: listed.map(({ code }) => code),
    area: Int32Array.from(listed, ({ area }) => placeOf(places, area)),
    most: column(({ most }) => most ?? Infinity),
    least: column(({ least }) => least ?? 1),
    eurosPerDwelling: column(one => one.eurosPerDwelling ?? eurosByArea[one.area] ?? asked.eurosPerDwelling),
    eurosPerProject: column(one => one.eurosPerProject ?? asked.eurosPerProject),
    from: Int32Array.from(listed, one => (one.from ?? availableFrom[one.area] ?? 1) - 1),
  };
}

function familyTypes(
  { codes }: Sites,
  minShare: number,
  { familyPerArea, eurosMorePerFamily }: CouplingsAsk,
): DwellingType[] {
  const all = (most: number) => new Float64Array(codes.length).fill(most);
  return [
    {
      id: FAMILY,
      minShare,
      maxShare: 1,
      most: all(familyPerArea ?? Infinity),
      eurosMore: eurosMorePerFamily,
    },
    { id: 'other', minShare: 0, maxShare: 1, most: all(Infinity), eurosMore: 0 },
  ];
}

function placeOf(places: Places, code: string): number {
  const place = places.get(code);
  if (place !== undefined) return place;
  throw new ProblemError(
    'bad-parameter',
    `There is no area ${code} in what is looked at; leave it out, or widen the scope.`,
    {
      area: code,
    },
  );
}
