import type { AreaLevel } from '../../core/areas/types.ts';
import type { Build } from '../../core/scenario/edit.ts';
import { addDwellings } from '../../core/scenario/edits.ts';
import type { Site } from '../../core/scenario/place.ts';
import type { GivenProject } from '../../core/scenario/projects.ts';
import { apiUrl, send } from '../data/http.ts';
import type { Ground } from '../data/queries.ts';
import { newId } from '../state/identity.ts';

type Parts = { parts: Site['parts']; surfaceM2: number };

/** In which areas of a level a site lies, as the server finds it. */
export async function partsOf(
  ground: Ground,
  level: AreaLevel,
  geometry: Site['geometry'],
): Promise<Site['parts']> {
  const response = await send(apiUrl('/areas/parts', { ...ground, level }), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ geometry }),
  });
  return ((await response.json()) as Parts).parts;
}

/** The edit that builds a project where it lies. */
export async function buildOn(ground: Ground, level: AreaLevel, project: GivenProject): Promise<Build> {
  const parts = await partsOf(ground, level, project.geometry);
  return {
    ...addDwellings({ id: newId(), areas: [], socialPerArea: project.social, otherPerArea: project.private }),
    title: project.title,
    place: { kind: 'site', geometry: project.geometry, split: 'surface', parts },
  };
}
