import type { Geometry, Position } from 'geojson';
import { ATTRIBUTE_IDS } from '../../../core/facilities/attributes.ts';
import { osmAttributes } from '../../../data/osm-facilities.ts';
import type { Report } from '../../imports/report.ts';
import type { FacilityMap } from '../../imports/types.ts';
import {
  type OsmElement,
  type OsmNode,
  type OsmRelation,
  type OsmTags,
  type OsmWay,
  osmName,
} from '../../readers/osm/elements.ts';
import type { OsmFile } from '../../readers/osm/open.ts';
import type { FileRecord } from '../../readers/types.ts';
import type { FacilityOrigin, OsmOrigin } from '../../releases/types.ts';
import { withoutEquipment } from './equipment.ts';
import { osmFunctions } from './functions.ts';
import { assembleRings, multiPolygonOf } from './rings.ts';

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

type Found = { element: OsmElement; functions: readonly string[] };

/**
 * The places in an OpenStreetMap file, by the rules of data/osm-facilities.ts: nodes, ways (closed ones are surfaces)
 * and multipolygon relations. One whose shape is not whole in the file is left out with a warning. The file is read
 * three times, so that only the nodes that places need are kept.
 */
export async function osmPlaces(file: OsmFile, report: Report): Promise<FileRecord[]> {
  const found: Found[] = [];
  const memberWays = new Map<number, OsmWay | null>();
  for await (const element of elementsOf(file)) {
    if (element.tags === null) continue;
    const functions = osmFunctions(element.tags);
    if (functions.length === 0) continue;
    if (element.type === 'relation') {
      if (element.tags.type !== 'multipolygon') continue;
      for (const { type, id } of element.members) if (type === 'way') memberWays.set(id, null);
    }
    found.push({ element, functions });
  }
  if (memberWays.size > 0) {
    for await (const element of elementsOf(file)) {
      if (element.type === 'way' && memberWays.has(element.id)) memberWays.set(element.id, element);
    }
  }
  const positions = new Map<number, Position | null>();
  for (const { element } of found)
    if (element.type === 'way') for (const id of element.nodes) positions.set(id, null);
  for (const way of memberWays.values()) for (const id of way?.nodes ?? []) positions.set(id, null);
  if (positions.size > 0) {
    for await (const element of elementsOf(file)) {
      if (element.type === 'node' && positions.has(element.id))
        positions.set(element.id, [element.lon, element.lat]);
    }
  }
  const records = found.flatMap(({ element, functions }, index) => {
    const number = index + 1;
    const shape = shapeOf(element, memberWays, positions);
    if ('fault' in shape) {
      const at = { unit: 'feature', number, code: osmName(element) } as const;
      report.add('warning', 'incomplete', `${shape.fault}; it is left out`, at);
      return [];
    }
    return [recordOf(number, element, functions, shape.geometry)];
  });
  return withoutEquipment(records);
}

async function* elementsOf(file: OsmFile): AsyncGenerator<OsmElement> {
  for await (const batch of file.elements()) yield* batch;
}

type Ways = ReadonlyMap<number, OsmWay | null>;
type Positions = ReadonlyMap<number, Position | null>;

function shapeOf(
  element: OsmElement,
  ways: Ways,
  positions: Positions,
): { geometry: Geometry } | { fault: string } {
  switch (element.type) {
    case 'node':
      return { geometry: pointOf(element) };
    case 'way':
      return wayShape(element, positions);
    case 'relation':
      return relationShape(element, ways, positions);
  }
}

const pointOf = ({ lon, lat }: OsmNode): Geometry => ({ type: 'Point', coordinates: [lon, lat] });

function wayShape(way: OsmWay, positions: Positions): { geometry: Geometry } | { fault: string } {
  const line = lineOf(way, positions);
  if ('fault' in line) return line;
  const { coordinates } = line;
  if (coordinates.length < 2) return { fault: `has ${coordinates.length} nodes, which make no line` };
  if (coordinates.length >= 4 && way.nodes[0] === way.nodes.at(-1)) {
    return { geometry: { type: 'Polygon', coordinates: [coordinates] } };
  }
  return { geometry: { type: 'LineString', coordinates } };
}

function lineOf(way: OsmWay, positions: Positions): { coordinates: Position[] } | { fault: string } {
  const coordinates: Position[] = [];
  let missing = 0;
  for (const id of way.nodes) {
    const position = positions.get(id) ?? null;
    if (position === null) missing++;
    else coordinates.push(position);
  }
  if (missing === 0) return { coordinates };
  return { fault: `${missing} of the ${way.nodes.length} nodes of way ${way.id} are not in the file` };
}

function relationShape(
  relation: OsmRelation,
  ways: Ways,
  positions: Positions,
): { geometry: Geometry } | { fault: string } {
  const lines: Record<'outer' | 'inner', { nodes: readonly number[]; coordinates: Position[] }[]> = {
    outer: [],
    inner: [],
  };
  for (const { type, id, role } of relation.members) {
    if (type !== 'way') continue;
    const way = ways.get(id) ?? null;
    if (way === null) return { fault: `its way ${id} is not in the file` };
    const line = lineOf(way, positions);
    if ('fault' in line) return line;
    // An empty role is an outer one (OpenStreetMap wiki, Relation:multipolygon).
    lines[role === 'inner' ? 'inner' : 'outer'].push({ nodes: way.nodes, coordinates: line.coordinates });
  }
  const outer = assembleRings(lines.outer);
  const inner = assembleRings(lines.inner);
  if (outer === null || inner === null) return { fault: 'its ways do not close into rings' };
  if (outer.length === 0) return { fault: 'it has no outer way' };
  return { geometry: multiPolygonOf(outer, inner) };
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
