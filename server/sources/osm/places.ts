import type { Geometry } from 'geojson';
import { ATTRIBUTE_IDS } from '../../../core/facilities/attributes.ts';
import { osmAttributes } from '../../../data/osm-facilities.ts';
import type { Report } from '../../imports/report.ts';
import type { FacilityMap } from '../../imports/types.ts';
import { type OsmElement, type OsmTags, osmName } from '../../readers/osm/elements.ts';
import type { OsmFile } from '../../readers/osm/open.ts';
import type { FileRecord } from '../../readers/types.ts';
import type { FacilityOrigin, OsmOrigin } from '../../releases/types.ts';
import { withoutEquipment } from './equipment.ts';
import { osmFunctions } from './functions.ts';
import { osmShapes } from './shapes.ts';

/** The columns that `osmPlaces` makes. */
export const osmMap: FacilityMap = {
  key: 'key',
  name: 'name',
  functions: 'functions',
  origin: 'origin',
  attributes: Object.fromEntries(
    ATTRIBUTE_IDS.flatMap(id => (osmAttributes[id] === undefined ? [] : [[id, id]])),
  ),
};

/**
 * The places in an OpenStreetMap file, by the rules of data/osm-facilities.ts. One whose shape is not whole in the file
 * is left out with a warning.
 */
export async function osmPlaces(file: OsmFile, report: Report): Promise<FileRecord[]> {
  const shaped = await osmShapes(file, ({ tags }) => {
    const functions = osmFunctions(tags ?? {});
    return functions.length === 0 ? null : functions;
  });
  const records = shaped.flatMap(({ element, what: functions, ...shape }, index) => {
    const number = index + 1;
    if ('fault' in shape) {
      const at = { unit: 'feature', number, code: osmName(element) } as const;
      report.add('warning', 'incomplete', `${shape.fault}; it is left out`, at);
      return [];
    }
    return [recordOf(number, element, functions, shape.geometry)];
  });
  return withoutEquipment(records);
}

function recordOf(
  number: number,
  element: OsmElement,
  functions: readonly string[],
  geometry: Geometry,
): FileRecord {
  const tags: OsmTags = element.tags ?? {};
  const attributes = Object.fromEntries(
    Object.entries(osmAttributes).map(([id, keys]) => [
      id,
      keys.map(key => tags[key]).find(value => value !== undefined) ?? null,
    ]),
  );
  const properties = {
    key: `${element.type}/${element.id}`,
    name: tags.name ?? null,
    functions: functions.join(),
    origin: { osm: originOf(element, tags) } satisfies FacilityOrigin,
    ...attributes,
  };
  return { number, properties, geometry };
}

function originOf(element: OsmElement, tags: OsmTags): OsmOrigin {
  const { type, id, version = null } = element;
  const same = { type, id, version, tags };
  switch (element.type) {
    case 'node':
      return { ...same, lon: element.lon, lat: element.lat };
    case 'way':
      return { ...same, nodes: element.nodes };
    case 'relation':
      return { ...same, members: element.members };
  }
}
