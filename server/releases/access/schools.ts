import type { Geometry } from 'geojson';
import type { Ages } from '../../../core/access/ages.ts';
import { numberOfLevel } from '../../../core/access/levels.ts';
import { placesThat } from '../../../core/access/places.ts';
import type { AreaSchools } from '../../../core/access/schools-of-areas.ts';
import { type Walking, walkingBy } from '../../../core/access/walking.ts';
import type { AreaRef } from '../../../core/areas/types.ts';
import { ProblemError } from '../../../core/problem.ts';
import { facilityChange, facilityEdits } from '../../../core/scenario/facilities.ts';
import type { Desk } from '../desk.ts';
import { scopeOf } from '../scope.ts';
import type { Release } from '../types.ts';
import { type AccessGround, accessGround, groundWithin, type ScopedGround, walksOf } from './ground.ts';
import { peopledAfter } from './newcomers.ts';
import { areasOfPlaces, loadPlaces, type NamedPlace } from './places.ts';
import type { SitedScenario } from './siting.ts';

export type SchoolsQuestion = {
  region: string;
  scope: AreaRef | null;
  /** What a school is in the data. */
  function: string;
  /** Ages of the pupils; null for all children. */
  ages: Ages | null;
  detour: number | undefined;
  /** Drawn catchments by the id of their school; null for the nearest school. */
  catchments: readonly { school: string; geometry: Geometry }[] | null;
  /** What comes and goes: new dwellings, schools opened, changed and closed. Null to tell what is. */
  scenario: Pick<SitedScenario, 'edits' | 'parameters' | 'baseline'> | null;
};

/** A school that is told, and its position in the columns. */
export type ToldSchool = {
  at: number;
  id: string;
  name: string | null;
  places: number | null;
  geometry: Geometry;
};

export type SchoolsAnswer = {
  ground: AccessGround;
  /** The children of the whole region, who go to the schools from outside the scope too. */
  scoped: ScopedGround;
  walking: Walking;
  schools: ToldSchool[];
  before: AreaSchools;
  after: AreaSchools | null;
};

type School = Omit<ToldSchool, 'at'> & { before: boolean; after: boolean; told: boolean };

/**
 * The pupils to expect in the schools of a scope, now and after a scenario.
 * @throws ProblemError as `accessGround`, `groundWithin` and `scopeOf`; `not-found` where the scope has no school, or a
 * catchment names none
 */
export async function measureSchools(
  desk: Desk,
  release: Release,
  question: SchoolsQuestion,
): Promise<SchoolsAnswer> {
  const { region, scope, ages, detour, scenario } = question;
  const ground = await accessGround(desk, release, region);
  const scoped = await groundWithin(desk, release, ground, null, ages);
  const within = new Set((await scopeOf(desk.database, release, ground.item, scope)) ?? scoped.indices);
  const schools = await schoolsOf(desk, release, ground, question, within);
  const position = new Map(schools.map(({ id }, at) => [id, at]));
  const catchments =
    question.catchments?.map(({ school, geometry }) => {
      const at = position.get(school);
      if (at === undefined) throw noSchool(school, question.function);
      return { school: at, geometry };
    }) ?? null;
  const walks = walksOf(ground, detour);
  const ask = (people: Pick<ScopedGround, 'settled' | 'children'>, when: 'before' | 'after') =>
    desk.computation.run(
      'schoolsOfAreas',
      [
        {
          ...{ settled: people.settled, children: people.children, catchments, walks },
          // Behind the areas of the region stand the sites of the scenario.
          inScope: Int32Array.from({ length: people.settled.starts.length - 1 }, (_, area) =>
            area >= scoped.indices.length || within.has(area) ? 1 : 0,
          ),
          schools: schools.map(({ geometry, places, told, [when]: open }) => ({
            ...{ geometry, told, open },
            places: places ?? Number.NaN,
          })),
        },
      ],
      { signal: desk.signal },
    );
  return {
    ...{ ground, scoped, walking: walkingBy(walks) },
    schools: schools.flatMap(({ id, name, places, geometry, told }, at) =>
      told ? [{ at, id, name, places, geometry }] : [],
    ),
    before: await ask(scoped, 'before'),
    after:
      scenario === null ? null : await ask(await peopledAfter(desk, ground, scoped, scenario, ages), 'after'),
  };
}

/** The schools of the region, and those that a scenario opens. */
async function schoolsOf(
  desk: Desk,
  release: Release,
  { item }: AccessGround,
  { region, scope, ages, scenario, ...asked }: SchoolsQuestion,
  within: ReadonlySet<number>,
): Promise<School[]> {
  const all = await loadPlaces(desk.database, release, region);
  const counts = placesThat(all, { functions: [asked.function], ages });
  const existing = all.filter((_, j) => counts[j] === 1);
  const areaOf = scope && (await areasOfPlaces(desk.database, release, item, existing));
  const { lost, gained } = changeOf(existing, all, asked.function, scenario);
  const schools = existing.map((place, j): School => {
    const { id, name, geometry } = place;
    const told = areaOf === null || within.has(areaOf[j]!);
    const places = numberOfLevel(place, 'capacity', asked.function);
    return { id, name, places, geometry, before: true, after: !lost.has(id), told };
  });
  const opened = gained.map((geometry, k): School => {
    const id = `scenario/${k + 1}`;
    return { id, name: null, places: null, geometry, before: false, after: true, told: true };
  });
  if (!schools.some(({ told }) => told) && opened.length === 0) throw noSchools(asked.function);
  return [...schools, ...opened];
}

function changeOf(
  existing: readonly NamedPlace[],
  all: readonly NamedPlace[],
  wanted: string,
  scenario: SchoolsQuestion['scenario'],
): { lost: Set<string>; gained: Geometry[] } {
  if (scenario === null) return { lost: new Set(), gained: [] };
  const { lost, gained } = facilityChange(
    all.map(({ id, functions, geometry }) => ({ code: id, functions, geometry })),
    new Map(all.map(({ id }, at) => [id, at])),
    facilityEdits(scenario.edits),
    wanted,
  );
  const ids = new Set(existing.map(({ id }) => id));
  return { lost: new Set(lost.map(at => all[at]!.id).filter(id => ids.has(id))), gained };
}

const noSchools = (wanted: string): ProblemError =>
  new ProblemError(
    'not-found',
    `There are no places of ${wanted} in the scope; import them, or choose another function or scope`,
    { parameter: 'function' },
  );

const noSchool = (id: string, wanted: string): ProblemError =>
  new ProblemError(
    'not-found',
    `A catchment is drawn for "${id.slice(0, 80)}", which is no place of ${wanted}; name one as in /facilities`,
    { parameter: 'catchments' },
  );
