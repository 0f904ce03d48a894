import { ProblemError } from '../../problem.ts';
import { capacityOf } from '../rooms.ts';
import { type CoupledProblem, isFar, type Sites } from './types.ts';

/** Every area as one site, with the same prices. */
export function sitesOfAreas(
  codes: readonly string[],
  { eurosPerDwelling = 0, eurosPerProject = 0 }: { eurosPerDwelling?: number; eurosPerProject?: number } = {},
): Sites {
  const all = (value: number) => new Float64Array(codes.length).fill(value);
  return {
    codes,
    area: Int32Array.from(codes.keys()),
    most: all(Infinity),
    least: all(1),
    eurosPerDwelling: all(eurosPerDwelling),
    eurosPerProject: all(eurosPerProject),
    from: new Int32Array(codes.length),
  };
}

/** The least project of each site, and the most dwellings by all limits on it and its area; 0 where a project cannot fit. */
export function roomOfSites(problem: CoupledProblem): { least: Float64Array; most: Float64Array } {
  const { codes, limits, dwellings, minProject = 1 } = problem;
  const { sites, play, perYear } = problem.coupling;
  const capacity = capacityOf(codes.length, limits);
  const least = sites.least.map(own => Math.max(own, minProject));
  const most = sites.most.map((own, site) => {
    const area = sites.area[site]!;
    const closed = play !== null && play.eurosPerPlace === null && isFar(play, area);
    if (closed || (perYear !== null && sites.from[site]! >= perYear.length)) return 0;
    const room = Math.floor(Math.min(own, capacity[area]!, dwellings));
    return room < least[site]! ? 0 : room;
  });
  return { least, most };
}

/** @throws ProblemError `bad-input` naming the site or the value that cannot be, `bad-parameter` for what was asked. */
export function checkCoupling({ codes, coupling }: CoupledProblem): void {
  const { sites, budgetEuros, maxProjects, types, perYear, play } = coupling;
  sites.codes.forEach((site, i) => {
    const columns = {
      most: sites.most,
      eurosPerDwelling: sites.eurosPerDwelling,
      eurosPerProject: sites.eurosPerProject,
    };
    for (const [name, column] of Object.entries(columns)) {
      const value = column[i]!;
      if (value >= 0 && (value < Infinity || name === 'most')) continue;
      throw new ProblemError('bad-input', `Site ${site} has ${name} ${value}; give 0 or more.`, { site });
    }
    if (!(Number.isInteger(sites.least[i]) && sites.least[i]! >= 1))
      throw new ProblemError(
        'bad-input',
        `Site ${site} has a smallest project of ${sites.least[i]}; give a whole number from 1 up.`,
        { site },
      );
    if (!(sites.from[i]! >= 0))
      throw new ProblemError(
        'bad-input',
        `Site ${site} is available from year ${sites.from[i]! + 1}; give 1 or later.`,
        { site },
      );
    if (codes[sites.area[i]!] === undefined)
      throw new ProblemError('bad-input', `Site ${site} lies in no area that is looked at.`, { site });
  });
  if (budgetEuros !== null && !(budgetEuros >= 0))
    throw wrong(`A budget of ${budgetEuros} euros cannot be; give 0 or more.`);
  if (maxProjects !== null && !(Number.isInteger(maxProjects) && maxProjects >= 1))
    throw wrong(`At most ${maxProjects} projects cannot be; give a whole number from 1 up.`);
  for (const { id, minShare, maxShare } of types) {
    if (minShare >= 0 && minShare <= maxShare && maxShare <= 1) continue;
    throw wrong(`A share of ${minShare} to ${maxShare} for ${id} cannot be; give numbers from 0 to 1.`);
  }
  if (perYear?.some(most => !(Number.isInteger(most) && most >= 0)))
    throw wrong(`${perYear.join(', ')} dwellings a year cannot be; give whole numbers from 0 up.`);
  if (play !== null && !(play.normMetres >= 0))
    throw wrong(`A norm of ${play.normMetres} m to a place to play cannot be; give 0 or more.`);
  if (play?.eurosPerPlace != null && budgetEuros === null)
    throw wrong('Places to play can be built within a budget only; give a budget, or leave their price out.');
}

const wrong = (message: string): ProblemError => new ProblemError('bad-parameter', message);
