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
  columns: { code: string[]; children: (number | null)[]; per_child: (number | null)[] };
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
  inSeveral: number;
};
export type Schools = Counted & {
  by: 'nearest' | 'catchments';
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
  columns: { code: string[]; children: (number | null)[]; mean: (number | null)[] };
};

export type Families = AccessOrigin & {
  births: { year: number };
  areasWithoutBirths: number;
  centres: number;
  reach: FamilyReach[];
};

const scopeText = (scope: AreaRef | null) => (scope === null ? null : `${scope.level}:${scope.code}`);

/** A question in the parameters of the API. */
const parameters = <Question extends { scope: AreaRef | null }>(ground: Ground, question: Question) => ({
  ...ground,
  ...question,
  scope: scopeText(question.scope),
});

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

/** Room, staff or surface for each child; null asks nothing. */
export function useSupply(ground: Ground, question: SupplyQuestion | null) {
  return useQuery({
    queryKey: ['access supply', ground, question],
    queryFn: ({ signal }) =>
      getJson<Supply>('/access/supply', question === null ? {} : parameters(ground, question), signal),
    enabled: question !== null,
    ...forGood,
  });
}

export type SchoolsQuestion = { function: string; ages: 'all' | null; scope: AreaRef | null };

export type SchoolsAsked = { question: SchoolsQuestion; scenario: ScenarioDocument | null };

/** What is sent along where an address cannot hold the question; null where it can. */
export function schoolsBody({ question, scenario }: SchoolsAsked): object | null {
  if (scenario === null) return null;
  const { function: id, ages } = question;
  return { scenario, function: id, ...(ages === null ? {} : { ages }) };
}

/** Pupils to expect in each school; of a scenario by its own catchments, before and after it. */
export function useSchools(ground: Ground, asked: SchoolsAsked) {
  return useQuery({
    queryKey: ['access schools', ground, asked],
    queryFn: async ({ signal }) => {
      const body = schoolsBody(asked);
      if (body === null)
        return getJson<Schools>('/access/schools', parameters(ground, asked.question), signal);
      const response = await send(apiUrl('/access/schools'), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal,
      });
      return (await response.json()) as Schools;
    },
    ...forGood,
  });
}

export type VarietyQuestion = { withinM: number; level: AreaLevel; scope: AreaRef | null };

/** How many functions children have near. */
export function useVariety(ground: Ground, question: VarietyQuestion) {
  return useQuery({
    queryKey: ['access variety', ground, question],
    queryFn: ({ signal }) => getJson<Variety>('/access/variety', parameters(ground, question), signal),
    ...forGood,
  });
}

/** Births within reach of a family centre. */
export function useFamilies(ground: Ground, scope: AreaRef | null) {
  return useQuery({
    queryKey: ['access families', ground, scope],
    queryFn: ({ signal }) => getJson<Families>('/access/families', parameters(ground, { scope }), signal),
    ...forGood,
  });
}

type Table =
  | { of: 'supply'; rows: 'areas' | 'places'; question: SupplyQuestion }
  | { of: 'schools'; question: SchoolsQuestion }
  | { of: 'variety'; rows: 'areas' | 'numbers'; question: VarietyQuestion }
  | { of: 'families'; rows: 'areas' | 'distances'; question: { level: AreaLevel; scope: AreaRef | null } };

/** Where a table is downloaded. */
export function serviceExport(ground: Ground, table: Table, format: string): string {
  const { of, question } = table;
  const rows = 'rows' in table ? { rows: table.rows } : {};
  return apiUrl(`/exports/${of}.${format}`, { ...parameters(ground, question), ...rows });
}
