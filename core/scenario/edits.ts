import { SCENARIO_FORMAT, SCENARIO_VERSION, type ScenarioDocument } from './document.ts';
import type { Build } from './edit.ts';

/** What a planner fills in for new dwellings in whole areas; the rest has a default. */
export type NewDwellings = {
  id: string;
  areas: readonly string[];
  socialPerArea: number;
  otherPerArea?: number;
  note?: string;
};

/** New dwellings, the same numbers in each area, switched on. The id comes from outside: this stays deterministic. */
export function addDwellings(given: NewDwellings): Build {
  return {
    id: given.id,
    kind: 'build',
    title: '',
    place: { kind: 'areas', areas: [...given.areas], split: 'each' },
    social: { unspecified: given.socialPerArea },
    private: given.otherPerArea ?? 0,
    year: null,
    status: 'idea',
    note: given.note ?? '',
    author: '',
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
