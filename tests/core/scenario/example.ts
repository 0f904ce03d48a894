import type { ScenarioDocument } from '../../../core/scenario/document.ts';
import type { Build, Edit } from '../../../core/scenario/edit.ts';
import { addDwellings, newScenario } from '../../../core/scenario/edits.ts';
import type { Site } from '../../../core/scenario/place.ts';

/** An edit that adds dwellings to areas. */
export function add(id: string, areas: readonly string[], socialPerArea: number, otherPerArea = 0): Build {
  return addDwellings({ id, areas, socialPerArea, otherPerArea });
}

/** What every edit has. */
export const common = (id: string) => ({ id, note: '', author: '', enabled: true });

/** A rectangle on the map, and the areas it is said to lie in. */
export function site(west: number, south: number, east: number, north: number, parts: Site['parts']): Site {
  const ring: [number, number][] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { kind: 'site', geometry: { type: 'Polygon', coordinates: [ring] }, split: 'surface', parts };
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
