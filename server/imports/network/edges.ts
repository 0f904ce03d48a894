import type { LineString } from 'geojson';
import { metresBetween } from '../../../core/access/network/ground.ts';
import {
  EDGE_KINDS,
  type EdgeKind,
  PER_DEGREE,
  type WalkingNetwork,
} from '../../../core/access/network/types.ts';
import { toDegreesFrom } from '../../../core/areas/projection.ts';
import type { OpenedFile } from '../../readers/types.ts';
import { growingColumn } from '../../sources/osm/growing.ts';
import { cellText } from '../codes.ts';
import { createColumnReader } from '../columns.ts';
import { atRecord } from '../progress.ts';
import type { Place, Report } from '../report.ts';
import { createLocator } from '../stage-features.ts';
import type { ImportHooks } from '../types.ts';

/** Metres that the ends of edges at one junction may lie apart: rounding in the file. */
const SAME_PLACE_M = 1;

/** A network from a file of edges: LineStrings with `fromNode`, `toNode`, `lengthM` and `kind`. */
export async function networkOfEdges(
  file: OpenedFile,
  epsg: number | undefined,
  hooks: ImportHooks,
  report: Report,
): Promise<WalkingNetwork> {
  const columns = createColumnReader(file);
  const locator = createLocator(file, epsg, report);
  const junctionOf = new Map<number, number>();
  const [lon, lat] = [growingColumn(), growingColumn()];
  const edges = {
    from: growingColumn(),
    to: growingColumn(),
    metres: growingColumn(),
    kind: growingColumn(),
  };
  const [shapeLon, shapeLat, shapeStarts] = [growingColumn(), growingColumn(), growingColumn()];
  shapeStarts.push(0);
  let toDegrees: ReturnType<typeof toDegreesFrom> | null = null;

  const junction = (node: number, [x, y]: readonly [number, number], at: Place): number => {
    const known = junctionOf.get(node);
    if (known === undefined) {
      junctionOf.set(node, lon.length());
      lon.push(Math.round(x * PER_DEGREE));
      lat.push(Math.round(y * PER_DEGREE));
      return lon.length() - 1;
    }
    const apart = metresBetween(lon.values()[known]! / PER_DEGREE, lat.values()[known]! / PER_DEGREE, x, y);
    if (apart > SAME_PLACE_M)
      report.add(
        'error',
        'node-apart',
        `has node ${node} ${Math.round(apart)} m from where another edge has it`,
        at,
        node,
      );
    return known;
  };

  for await (const record of file.records()) {
    atRecord(hooks, `Reading ${file.name}`, record.number);
    const at: Place = { unit: 'feature', number: record.number };
    if (locator.locate(record, at) === null) continue;
    if (record.geometry?.type !== 'LineString') {
      report.add('error', 'geometry-type', `is a ${record.geometry?.type}; an edge is a LineString`, at);
      continue;
    }
    toDegrees ??= toDegreesFrom(locator.epsg());
    const fromNode = columns.read(record, 'fromNode');
    const toNode = columns.read(record, 'toNode');
    const lengthM = columns.read(record, 'lengthM');
    const kind = cellText(columns.read(record, 'kind')) ?? 'path';
    if (!isNode(fromNode) || !isNode(toNode)) {
      const sentence = `runs from "${fromNode}" to "${toNode}"; nodes are whole numbers from 0`;
      report.add('error', 'node', sentence, at, fromNode);
      continue;
    }
    if (typeof lengthM !== 'number' || !Number.isFinite(lengthM) || lengthM < 0) {
      report.add('error', 'length', `has length "${lengthM}"; give metres, 0 or more`, at, lengthM);
      continue;
    }
    if (!(EDGE_KINDS as readonly string[]).includes(kind)) {
      report.add('error', 'kind', `is a "${kind}"; known are ${EDGE_KINDS.join(', ')}`, at, kind);
      continue;
    }
    const positions = degreesOf(record.geometry, toDegrees);
    edges.from.push(junction(fromNode, positions[0]!, at));
    edges.to.push(junction(toNode, positions.at(-1)!, at));
    edges.metres.push(Math.round(lengthM * 1000) / 1000);
    edges.kind.push(EDGE_KINDS.indexOf(kind as EdgeKind));
    for (const [x, y] of positions.slice(1, -1)) {
      shapeLon.push(Math.round(x * PER_DEGREE));
      shapeLat.push(Math.round(y * PER_DEGREE));
    }
    shapeStarts.push(shapeLon.length());
  }
  columns.requireFound();
  const whole = (column: { values(): Float64Array }): Int32Array => Int32Array.from(column.values());
  return {
    lon: whole(lon),
    lat: whole(lat),
    from: whole(edges.from),
    to: whole(edges.to),
    metres: edges.metres.values().slice(),
    kind: Uint8Array.from(edges.kind.values()),
    oneWay: new Uint8Array(edges.from.length()),
    shapeStarts: whole(shapeStarts),
    shapeLon: whole(shapeLon),
    shapeLat: whole(shapeLat),
  };
}

function degreesOf({ coordinates }: LineString, toDegrees: (x: number, y: number) => [number, number]) {
  return coordinates.map(([x, y]) => toDegrees(x!, y!));
}

function isNode(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31;
}
