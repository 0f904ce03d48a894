import { type ModelBuilder, modelBuilder } from '../../solver/model.ts';
import { capacityOf } from '../rooms.ts';
import { type CoupledObjective, leastOf, mostOf } from './objective.ts';
import { roomOfSites } from './sites.ts';
import { type CoupledProblem, isFar, type SitePlan } from './types.ts';

/** What was asked, and the rows of the program that say it. */
export type AskedRows = {
  constraint: { kind: 'limit' | 'quota-min' | 'quota-max' | 'dwellings'; id: string };
  rows: number[];
};

/** A problem as columns and rows; −1 stands for a column that there is not. */
export type Program = {
  builder: ModelBuilder;
  /** Dwellings by site, whether it is built on, and dwellings of each type there. */
  dwellings: Int32Array;
  open: Int32Array;
  byType: Int32Array[];
  /** By area: whether it gets a place to play, and what its dwellings add to the objective, which no row bounds yet. */
  place: Int32Array;
  height: Int32Array;
  asked: AskedRows[];
  least: Float64Array;
  most: Float64Array;
};

/**
 * - Dwellings of a site are 0, or at least its smallest project: least·open ≤ dwellings ≤ most·open.
 * - Years: what can be built from year s on only fits in the years from s on (Hall 1935), which is all that a most in each
 *   year asks, because a dwelling may be built in any year from then.
 * - With `forConflict` every limit is rows of its own, so that it can be left out, and there is no objective.
 */
export function programOf(
  problem: CoupledProblem,
  objective: CoupledObjective | null,
  forConflict = false,
): Program {
  const { codes, limits, dwellings: number, coupling } = problem;
  const { sites, budgetEuros, maxProjects, types, play } = coupling;
  const builder = modelBuilder();
  const asked: AskedRows[] = [];
  const room = roomOfSites(problem);
  const { least } = room;
  const most = forConflict ? least.map(() => number) : room.most;
  const ask = (kind: AskedRows['constraint']['kind'], id: string, rows: number[]): void => {
    if (rows.length > 0) asked.push({ constraint: { kind, id }, rows });
  };
  const price = (site: number, type: number): number =>
    room.most[site] === 0 ? 0 : (objective?.perDwelling(site, type) ?? 0);
  const sitesIn = Array.from(codes, (): number[] => []);
  for (const [site, area] of sites.area.entries()) sitesIn[area]!.push(site);

  const dwellings = Int32Array.from(sites.codes, (_, site) =>
    builder.wholeColumn(types.length === 0 ? price(site, -1) : 0, 0, most[site]!),
  );
  const costsProjects = budgetEuros !== null || (objective !== null && objective.id === 'cost_per_dwelling');
  const open = Int32Array.from(sites.codes, (_, site) => {
    const counts =
      least[site]! > 1 || maxProjects !== null || (costsProjects && sites.eurosPerProject[site]! > 0);
    if (!counts || most[site] === 0) return -1;
    return builder.wholeColumn(objective?.perProject(site) ?? 0, 0, 1);
  });
  const smallest: number[] = [];
  open.forEach((column, site) => {
    if (column === -1) return;
    const both = [dwellings[site]!, column];
    builder.row(-Infinity, 0, both, [1, -most[site]!]);
    smallest.push(builder.row(0, Infinity, both, [1, -least[site]!]));
  });
  const byType = types.map(({ most: ofType }, type) =>
    Int32Array.from(sites.codes, (_, site) =>
      builder.wholeColumn(price(site, type), 0, forConflict ? number : Math.min(most[site]!, ofType[site]!)),
    ),
  );
  if (types.length > 0) {
    dwellings.forEach((column, site) => {
      const parts = byType.map(columns => columns[site]!);
      builder.row(0, 0, [column, ...parts], [-1, ...parts.map(() => 1)]);
    });
  }

  for (const { id, areas, min, max } of problem.quotas) {
    const columns = Array.from(areas).flatMap(area => sitesIn[area]!.map(site => dwellings[site]!));
    if (min > 0) ask('quota-min', id, [builder.row(min, Infinity, columns, ones(columns))]);
    if (max < Infinity) ask('quota-max', id, [builder.row(-Infinity, max, columns, ones(columns))]);
  }
  limitAreas();
  ask('limit', 'min-project', smallest);
  const place = playRows();
  phaseRows();
  typeRows();
  if (maxProjects !== null) {
    const columns = Array.from(open).filter(column => column !== -1);
    ask('limit', 'max-projects', [builder.row(-Infinity, maxProjects, columns, ones(columns))]);
  }
  if (budgetEuros !== null) {
    const { columns, euros } = costOf();
    ask('limit', 'budget', [builder.row(-Infinity, budgetEuros, columns, euros)]);
  }
  ask('dwellings', 'dwellings', [builder.row(number, number, dwellings, ones(dwellings))]);
  const height = Int32Array.from(codes, (_, area) =>
    objective?.step == null || sitesIn[area]!.every(site => most[site] === 0)
      ? -1
      : builder.column(1, -Infinity, Infinity),
  );
  return { builder, dwellings, open, byType, place, height, asked, least, most };

  function limitAreas(): void {
    const capacity = capacityOf(codes.length, limits);
    for (const [area, within] of sitesIn.entries()) {
      const columns = within.map(site => dwellings[site]!);
      if (!forConflict && within.length > 1 && capacity[area]! < number)
        builder.row(-Infinity, Math.floor(capacity[area]!), columns, ones(columns));
    }
    if (!forConflict) return;
    for (const { id, most: ofLimit } of limits) {
      const rows = sitesIn.flatMap((within, area) => {
        const columns = within.map(site => dwellings[site]!);
        return ofLimit[area]! < number
          ? [builder.row(-Infinity, Math.floor(ofLimit[area]!), columns, ones(columns))]
          : [];
      });
      ask('limit', id, rows);
    }
    const ofSites = Array.from(sites.codes.keys()).filter(site => sites.most[site]! < number);
    ask(
      'limit',
      'site-capacity',
      ofSites.map(site => builder.row(-Infinity, Math.floor(sites.most[site]!), [dwellings[site]!], [1])),
    );
  }

  function playRows(): Int32Array {
    const columns = new Int32Array(codes.length).fill(-1);
    if (play === null) return columns;
    const rows: number[] = [];
    for (const [area, within] of sitesIn.entries()) {
      if (!isFar(play, area)) continue;
      const buildable = within.filter(site => most[site]! > 0);
      if (buildable.length === 0) continue;
      if (play.eurosPerPlace === null) {
        if (forConflict)
          for (const site of buildable) rows.push(builder.row(-Infinity, 0, [dwellings[site]!], [1]));
        continue;
      }
      const column = builder.wholeColumn(objective?.perPlace ?? 0, 0, 1);
      columns[area] = column;
      for (const site of buildable)
        rows.push(builder.row(-Infinity, 0, [dwellings[site]!, column], [1, -most[site]!]));
    }
    ask('limit', 'play-norm', rows);
    return columns;
  }

  function phaseRows(): void {
    const { perYear } = coupling;
    if (perYear === null) return;
    const rows: number[] = [];
    for (let year = 0; year <= perYear.length; year++) {
      const columns = Array.from(sites.codes.keys())
        .filter(site => sites.from[site]! >= year)
        .map(site => dwellings[site]!);
      const fits = perYear.slice(year).reduce((sum, dwellingsThen) => sum + dwellingsThen, 0);
      if (columns.length > 0) rows.push(builder.row(-Infinity, fits, columns, ones(columns)));
    }
    ask('limit', 'per-year', rows);
  }

  function typeRows(): void {
    for (const [type, { id, minShare, maxShare, most: ofType }] of types.entries()) {
      const columns = byType[type]!;
      const fewest = leastOf(minShare, number);
      const exact = objective?.exactType === type;
      const largest = exact ? fewest : mostOf(maxShare, number);
      if (fewest > 0 || exact)
        ask('limit', `${id}-min`, [builder.row(fewest, Infinity, columns, ones(columns))]);
      if (largest < number)
        ask('limit', `${id}-max`, [builder.row(-Infinity, largest, columns, ones(columns))]);
      if (!forConflict) continue;
      const held = Array.from(columns.keys()).filter(site => ofType[site]! < number);
      ask(
        'limit',
        `${id}-capacity`,
        held.map(site => builder.row(-Infinity, Math.floor(ofType[site]!), [columns[site]!], [1])),
      );
    }
  }

  function costOf(): { columns: number[]; euros: number[] } {
    const columns: number[] = [];
    const euros: number[] = [];
    const add = (column: number, price: number): void => {
      if (column === -1 || price === 0) return;
      columns.push(column);
      euros.push(price);
    };
    for (const site of sites.codes.keys()) {
      add(dwellings[site]!, sites.eurosPerDwelling[site]!);
      add(open[site]!, sites.eurosPerProject[site]!);
      for (const [type, { eurosMore }] of types.entries()) add(byType[type]![site]!, eurosMore);
    }
    for (const column of place) add(column, play?.eurosPerPlace ?? 0);
    return { columns, euros };
  }
}

const ones = ({ length }: { length: number }): Float64Array => new Float64Array(length).fill(1);

/** The plan that columns of the program stand for, in whole dwellings, with what it costs. */
export function planOf(problem: CoupledProblem, program: Program, columns: Float64Array): SitePlan {
  const { sites, types, play } = problem.coupling;
  const at = (column: number): number => Math.round(columns[column]!);
  const dwellings = Float64Array.from(program.dwellings, at);
  const byType = program.byType.map(ofType => Float64Array.from(ofType, at));
  const allocation = new Float64Array(problem.codes.length);
  let euros = 0;
  let projects = 0;
  dwellings.forEach((number, site) => {
    if (number === 0) return;
    allocation[sites.area[site]!]! += number;
    projects += 1;
    euros += number * sites.eurosPerDwelling[site]! + sites.eurosPerProject[site]!;
    for (const [type, { eurosMore }] of types.entries()) euros += byType[type]![site]! * eurosMore;
  });
  const playPlaces =
    play === null || play.eurosPerPlace === null
      ? []
      : Array.from(allocation.keys()).filter(area => allocation[area]! > 0 && isFar(play, area));
  euros += playPlaces.length * (play?.eurosPerPlace ?? 0);
  return { dwellings, allocation, byType, playPlaces, euros, projects };
}
