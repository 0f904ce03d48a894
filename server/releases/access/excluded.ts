import type { Geometry } from 'geojson';
import type { ScenarioDocument } from '../../../core/scenario/document.ts';
import type { Edit } from '../../../core/scenario/edit.ts';
import { drawnAs } from '../../../core/scenario/edits.ts';
import { areaGeometries } from '../area-geometry.ts';
import { loadAreas } from '../areas.ts';
import type { Desk } from '../desk.ts';
import { areasItemOf } from '../select.ts';
import type { Release } from '../types.ts';

/**
 * The zones in which a scenario wants no building: what was drawn, and the areas that were chosen. Areas that the release
 * lacks are the scenario's own problem, which its panel shows.
 * @throws ProblemError `not-found` where the release lacks the scenario's level.
 */
export async function excludedPolygons(
  { database }: Desk,
  release: Release,
  { region, level, vintage }: Pick<ScenarioDocument['baseline'], 'region' | 'level'> & { vintage?: number },
  edits: readonly Edit[],
): Promise<Geometry[]> {
  const zones = edits.filter(edit => edit.kind === 'exclude' && edit.enabled);
  const drawn: Geometry[] = [];
  const codes = new Set<string>();
  for (const zone of zones) {
    const geometry = drawnAs(zone);
    if (geometry !== null) drawn.push(geometry);
    else if ('place' in zone && zone.place.kind === 'areas')
      for (const code of zone.place.areas) codes.add(code);
  }
  if (codes.size === 0) return drawn;
  const item = areasItemOf(release, region, level, vintage);
  const { table } = await loadAreas(database, item);
  const indices = Int32Array.from(table.codes.keys()).filter(k => codes.has(table.codes[k]!));
  const chosen: Geometry[] = [];
  for await (const { geometry } of areaGeometries(database, item, indices)) chosen.push(geometry);
  return [...drawn, ...chosen];
}
