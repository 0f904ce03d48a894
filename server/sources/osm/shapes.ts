import type { Geometry, Position } from 'geojson';
import type { OsmElement, OsmNode, OsmRelation, OsmWay } from '../../readers/osm/elements.ts';
import type { OsmFile } from '../../readers/osm/open.ts';
import { growingColumn } from './growing.ts';
import { type NodePlaces, nodePlaces } from './node-places.ts';
import { assembleRings, multiPolygonOf } from './rings.ts';

/** An element of a file that was wanted, with its shape, or why it has none. */
export type Shaped<T> = { element: OsmElement; what: T } & ({ geometry: Geometry } | { fault: string });

/**
 * The elements of a file that are wanted (`wanted` says as what, or null), with their shapes: nodes, ways (closed ones
 * are surfaces) and multipolygon relations. The file is read three times, so that only the nodes that they need are kept.
 */
export async function osmShapes<T>(
  file: OsmFile,
  wanted: (element: OsmElement) => T | null,
): Promise<Shaped<T>[]> {
  const found: { element: OsmElement; what: T }[] = [];
  const memberWays = new Map<number, OsmWay | null>();
  for await (const element of elementsOf(file)) {
    if (element.tags === null) continue;
    if (element.type === 'relation' && element.tags.type !== 'multipolygon') continue;
    const what = wanted(element);
    if (what === null) continue;
    if (element.type === 'relation')
      for (const { type, id } of element.members) if (type === 'way') memberWays.set(id, null);
    found.push({ element, what });
  }
  if (memberWays.size > 0) {
    for await (const element of elementsOf(file)) {
      if (element.type === 'way' && memberWays.has(element.id)) memberWays.set(element.id, element);
    }
  }
  const needed = growingColumn();
  for (const { element } of found)
    if (element.type === 'way') for (const id of element.nodes) needed.push(id);
  for (const way of memberWays.values()) for (const id of way?.nodes ?? []) needed.push(id);
  const places = await nodePlaces(file, needed);
  return found.map(({ element, what }) => ({ element, what, ...shapeOf(element, memberWays, places) }));
}

async function* elementsOf(file: OsmFile): AsyncGenerator<OsmElement> {
  for await (const batch of file.elements()) yield* batch;
}

type Ways = ReadonlyMap<number, OsmWay | null>;

function shapeOf(
  element: OsmElement,
  ways: Ways,
  places: NodePlaces,
): { geometry: Geometry } | { fault: string } {
  switch (element.type) {
    case 'node':
      return { geometry: pointOf(element) };
    case 'way':
      return wayShape(element, places);
    case 'relation':
      return relationShape(element, ways, places);
  }
}

const pointOf = ({ lon, lat }: OsmNode): Geometry => ({ type: 'Point', coordinates: [lon, lat] });

function wayShape(way: OsmWay, places: NodePlaces): { geometry: Geometry } | { fault: string } {
  const line = lineOf(way, places);
  if ('fault' in line) return line;
  const { coordinates } = line;
  if (coordinates.length < 2) return { fault: `has ${coordinates.length} nodes, which make no line` };
  if (coordinates.length >= 4 && way.nodes[0] === way.nodes.at(-1)) {
    return { geometry: { type: 'Polygon', coordinates: [coordinates] } };
  }
  return { geometry: { type: 'LineString', coordinates } };
}

function lineOf(way: OsmWay, places: NodePlaces): { coordinates: Position[] } | { fault: string } {
  const coordinates: Position[] = [];
  let missing = 0;
  for (const id of way.nodes) {
    const position = places(id);
    if (position === null) missing++;
    else coordinates.push(position);
  }
  if (missing === 0) return { coordinates };
  return { fault: `${missing} of the ${way.nodes.length} nodes of way ${way.id} are not in the file` };
}

function relationShape(
  relation: OsmRelation,
  ways: Ways,
  places: NodePlaces,
): { geometry: Geometry } | { fault: string } {
  const lines: Record<'outer' | 'inner', { nodes: readonly number[]; coordinates: Position[] }[]> = {
    outer: [],
    inner: [],
  };
  for (const { type, id, role } of relation.members) {
    if (type !== 'way') continue;
    const way = ways.get(id) ?? null;
    if (way === null) return { fault: `its way ${id} is not in the file` };
    const line = lineOf(way, places);
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
