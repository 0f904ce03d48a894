import { create } from 'zustand';
import type { SitingAim } from '../../core/siting/aims.ts';

export const CANDIDATES = ['lattice', 'public', 'sites', 'green', 'schoolyards', 'points'] as const;
export type Candidates = (typeof CANDIDATES)[number];

/** What one function has of its own; null is as all have it. */
export type OwnRules = { withinM: number | null; most: number | null; cost: number | null };
export const NO_RULES: OwnRules = { withinM: null, most: null, cost: null };

/** What is asked for, as the form has it; the same for every scenario. */
export type SitingAsk = {
  aim: SitingAim;
  functions: readonly string[];
  own: Readonly<Record<string, OwnRules>>;
  places: number;
  withinM: number;
  povertyWeight: number;
  candidates: Candidates;
  sideM: number;
  spacingM: number;
  /** Children that a new place has room for; null for any number. */
  capacity: number | null;
  budgetEuros: number | null;
  eurosPerPlace: number;
  together: boolean;
};

export const useSitingAsk = create<SitingAsk>()(() => ({
  aim: 'cover',
  functions: ['play'],
  own: {},
  places: 2,
  withinM: 400,
  povertyWeight: 1,
  candidates: 'lattice',
  sideM: 250,
  spacingM: 0,
  capacity: null,
  budgetEuros: null,
  eurosPerPlace: 100_000,
  together: true,
}));

export const setSitingAsk = (change: Partial<SitingAsk>) => useSitingAsk.setState(change);

export const setOwnRules = (id: string, change: Partial<OwnRules>) =>
  useSitingAsk.setState(({ own }) => ({ own: { ...own, [id]: { ...NO_RULES, ...own[id], ...change } } }));

/** Which rules an aim keeps: room and money count children served, the others count places. */
export const rulesOf = (aim: SitingAim) => ({
  number: aim !== 'all',
  capacity: aim === 'cover',
  budget: aim === 'cover' || aim === 'median',
});

/** The ask as the API takes it, without what its aim does not keep; `points` are those of the scenario. */
export function bodyOf(ask: SitingAsk, points: readonly { lon: number; lat: number }[]) {
  const { aim, functions, own, places, withinM, povertyWeight, candidates, sideM, spacingM } = ask;
  const keeps = rulesOf(aim);
  const budget = keeps.budget ? ask.budgetEuros : null;
  const several = functions.length > 1;
  return {
    aim,
    functions: functions.map(id => {
      const rules = several ? { ...NO_RULES, ...own[id] } : NO_RULES;
      return {
        id,
        withinM: rules.withinM ?? withinM,
        ...(rules.most === null || !keeps.budget ? {} : { most: rules.most }),
        ...(budget === null ? {} : { cost: rules.cost ?? ask.eurosPerPlace }),
      };
    }),
    ...{ places: keeps.number ? places : 1, povertyWeight, spacingM, budget },
    capacity: keeps.capacity ? ask.capacity : null,
    together: several && ask.together,
    candidates:
      candidates === 'lattice'
        ? { kind: candidates, sideM }
        : candidates === 'points'
          ? { kind: candidates, points: points.map(({ lon, lat }) => [lon, lat]) }
          : { kind: candidates },
  };
}
