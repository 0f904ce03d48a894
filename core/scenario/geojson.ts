import type { Feature, FeatureCollection } from 'geojson';
import type { ScenarioDocument } from './document.ts';
import type { Edit } from './edit.ts';
import { areasNamed, drawnAs } from './edits.ts';
import type { SiteGeometry } from './geometry.ts';
import { dwellingsIn } from './homes.ts';
import { timesCounted } from './place.ts';

/**
 * The edits of a scenario as GeoJSON (RFC 7946), in their order: those that were drawn with their geometry, the others
 * without one and with the codes of their areas. `social` and `private` are dwellings over all areas of the edit.
 */
export function editsAsGeoJson(
  scenario: ScenarioDocument,
): FeatureCollection<SiteGeometry | null> & { buurtbalans: object } {
  const { title, baseline } = scenario;
  return {
    type: 'FeatureCollection',
    buurtbalans: { scenario: scenario.id, title, updatedAt: scenario.updatedAt, baseline },
    features: scenario.edits.map(featureOf),
  };
}

function featureOf(edit: Edit): Feature<SiteGeometry | null> {
  const times = 'place' in edit ? timesCounted(edit.place) : 1;
  return {
    type: 'Feature',
    id: edit.id,
    geometry: drawnAs(edit),
    properties: {
      kind: edit.kind,
      title: 'title' in edit ? edit.title : '',
      areas: areasNamed(edit).join(','),
      social: 'social' in edit ? times * dwellingsIn(edit.social) : null,
      social_kind: ('socialKind' in edit ? edit.socialKind : null) ?? null,
      private: 'private' in edit ? times * edit.private : null,
      year: 'year' in edit ? edit.year : null,
      status: 'status' in edit ? edit.status : null,
      enabled: edit.enabled,
      author: edit.author,
      note: edit.note,
    },
  };
}
