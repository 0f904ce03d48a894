import { type AddDwellings, SCENARIO_FORMAT, SCENARIO_VERSION, type ScenarioDocument } from './document.ts';

/** What a planner fills in for new dwellings; the rest has a default. */
export type NewDwellings = {
  id: string;
  areas: readonly string[];
  socialPerArea: number;
  otherPerArea?: number;
  note?: string;
};

/** New dwellings in whole areas, switched on. The id comes from outside so that this stays deterministic. */
export function addDwellings(given: NewDwellings): AddDwellings {
  return {
    id: given.id,
    kind: 'add',
    areas: [...given.areas],
    socialPerArea: given.socialPerArea,
    otherPerArea: given.otherPerArea ?? 0,
    note: given.note ?? '',
    enabled: true,
  };
}

export type ScenarioStart = Pick<ScenarioDocument, 'id' | 'title' | 'baseline'> & { now: string };

/** An empty scenario on a baseline; `now` is an ISO instant in UTC, `2026-11-23T12:00:00Z`. */
export function newScenario({ id, title, baseline, now }: ScenarioStart): ScenarioDocument {
  return {
    format: SCENARIO_FORMAT,
    version: SCENARIO_VERSION,
    id,
    title,
    note: '',
    createdAt: now,
    updatedAt: now,
    baseline,
    parameters: {},
    edits: [],
  };
}
