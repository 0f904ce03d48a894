import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Ages } from '../../core/access/ages.ts';
import type { FamilyReach } from '../../core/access/families.ts';
import type { GroupSupply } from '../../core/access/supply-of-areas.ts';
import type { GroupVariety } from '../../core/access/variety-of-areas.ts';
import type { AreaLevel, AreaRef } from '../../core/areas/types.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { AccessOrigin } from './access.ts';
import { apiUrl, getJson, send } from './http.ts';
import type { Ground } from './queries.ts';

type Groups<Of> = { all: Of; deprived: Of | null; others: Of | null };
type Counted = AccessOrigin & { counted: Ages[]; exactAges: boolean; areasWithout: number };

export type Supply = Counted & {
  level: AreaLevel;
  places: number;
  placesWithout: number;
  totals: Groups<GroupSupply>;
  columns: { code: string[]; children: number[]; per_child: (number | null)[] };
  supplying: { id: string; name: string | null; supply: number; children: number; perChild: number }[];
};

export type Pupils = {
  pupils: number;
  deprived: number | null;
  share: number | null;
  beyondPlaces: number | null;
};
export type SchoolTotals = {
  pupils: number;
  share: number | null;
  dissimilarity: number | null;
  unassigned: number;
  pupilsWithoutIndex: number;
};
export type Schools = Counted & {
  schools: {
    id: string;
    name: string | null;
    places: number | null;
    before: Pupils;
    after: Pupils | null;
  }[];
  before: SchoolTotals;
  after: SchoolTotals | null;
};

export type Variety = Counted & {
  level: AreaLevel;
  functions: string[];
  totals: Groups<GroupVariety>;
  columns: { code: string[]; children: number[]; mean: (number | null)[] };
};

export type Families = AccessOrigin & {
  births: { year: number };
  areasWithoutBirths: number;
  centres: number;
  reach: FamilyReach[];
};

const scopeText = (scope: AreaRef | null) => (scope === null ? null : `${scope.level}:${scope.code}`);
const forGood = { staleTime: Number.POSITIVE_INFINITY, placeholderData: keepPreviousData };

export type SupplyQuestion = {
  function: string;
  kind: 'capacity' | 'staff' | 'areaM2';
  /** Null for those that the function serves. */
  ages: 'all' | null;
  withinM: number;
  decay: 'even' | 'gaussian';
  level: AreaLevel;
  scope: AreaRef | null;
};

/** Room, staff or surface for each child. */
export function useSupply(ground: Ground, { scope, ...question }: SupplyQuestion) {
  return useQuery({
    queryKey: ['access supply', ground, scope, question],
    queryFn: ({ signal }) =>
      getJson<Supply>('/access/supply', { ...ground, ...question, scope: scopeText(scope) }, signal),
    ...forGood,
  });
}

export type SchoolsQuestion = { function: string; ages: 'all' | null; scope: AreaRef | null };

/** Pupils to expect in each school; of a scenario before and after it. */
export function useSchools(
  ground: Ground,
  { function: id, ages, scope }: SchoolsQuestion,
  scenario: ScenarioDocument | null,
) {
  return useQuery({
    queryKey: ['access schools', ground, scope, id, ages, scenario],
    queryFn: async ({ signal }) => {
      if (scenario === null)
        return getJson<Schools>(
          '/access/schools',
          { ...ground, function: id, ages, scope: scopeText(scope) },
          signal,
        );
      const response = await send(apiUrl('/access/schools'), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ scenario, function: id, ...(ages === null ? {} : { ages }) }),
        signal,
      });
      return (await response.json()) as Schools;
    },
    ...forGood,
  });
}

/** How many functions children have near. */
export function useVariety(
  ground: Ground,
  { scope, ...question }: { withinM: number; level: AreaLevel; scope: AreaRef | null },
) {
  return useQuery({
    queryKey: ['access variety', ground, scope, question],
    queryFn: ({ signal }) =>
      getJson<Variety>('/access/variety', { ...ground, ...question, scope: scopeText(scope) }, signal),
    ...forGood,
  });
}

/** Births within reach of a family centre. */
export function useFamilies(ground: Ground, scope: AreaRef | null) {
  return useQuery({
    queryKey: ['access families', ground, scope],
    queryFn: ({ signal }) =>
      getJson<Families>('/access/families', { ...ground, scope: scopeText(scope) }, signal),
    ...forGood,
  });
}
