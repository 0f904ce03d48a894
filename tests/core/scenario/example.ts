import type { Edit, ScenarioDocument } from '../../../core/scenario/document.ts';
import { addDwellings, newScenario } from '../../../core/scenario/edits.ts';

/** An edit that adds dwellings to areas. */
export function add(id: string, areas: readonly string[], socialPerArea: number, otherPerArea = 0): Edit {
  return addDwellings({ id, areas, socialPerArea, otherPerArea });
}

/** A scenario on the sectors of one municipality, with the given edits. */
export function scenario(edits: Edit[] = []): ScenarioDocument {
  const empty = newScenario({
    id: 'scenario-1',
    title: 'Sixty dwellings by the station',
    now: '2026-11-23T12:00:00Z',
    baseline: {
      region: 'demo',
      release: 'a'.repeat(64),
      areasHash: 'b'.repeat(64),
      level: 'sector',
      vintage: 2024,
      indicator: 'social_share',
      year: 2023,
      scope: { level: 'municipality', code: '44021' },
    },
  });
  return { ...empty, edits };
}
