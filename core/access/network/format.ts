import { PbfReader, PbfWriter } from 'pbf';
import { ProblemError } from '../../problem.ts';
import { EDGE_KINDS, edgeCount, junctionCount, type WalkingNetwork } from './types.ts';

/**
 * A network in bytes, as Protocol Buffers: columns of differences from the number before, which are small when the
 * junctions stand in an order that keeps neighbours together. About 20 bytes an edge.
 */
const FIELD = {
  version: 1,
  junctions: 2,
  edges: 3,
  positions: 4,
  lon: 5,
  lat: 6,
  from: 7,
  /** Difference from `from`. */
  to: 8,
  millimetres: 9,
  /** Kind in the low four bits, one-way in the fifth. */
  kind: 10,
  /** Positions between the ends. */
  between: 11,
  shapeLon: 12,
  shapeLat: 13,
} as const;

/** The most that goes to a browser, where it takes some ten times as much memory: about 1.2 million edges. */
export const MAX_SENT_BYTES = 24 * 1024 * 1024;

const VERSION = 1;
const ONE_WAY = 16;

export function encodeNetwork(network: WalkingNetwork): Uint8Array {
  const { lon, lat, from, to, metres, kind, oneWay, shapeStarts, shapeLon, shapeLat } = network;
  const edges = edgeCount(network);
  const pbf = new PbfWriter();
  const column = (tag: number, values: ArrayLike<number>): void =>
    pbf.writePackedSVarint(tag, values as number[]);
  pbf.writeVarintField(FIELD.version, VERSION);
  pbf.writeVarintField(FIELD.junctions, junctionCount(network));
  pbf.writeVarintField(FIELD.edges, edges);
  pbf.writeVarintField(FIELD.positions, shapeLon.length);
  column(FIELD.lon, differences(lon));
  column(FIELD.lat, differences(lat));
  column(FIELD.from, differences(from));
  column(
    FIELD.to,
    to.map((each, edge) => each - from[edge]!),
  );
  column(
    FIELD.millimetres,
    Float64Array.from(metres, each => Math.round(each * 1000)),
  );
  pbf.writeBytesField(
    FIELD.kind,
    kind.map((each, edge) => each + (oneWay[edge] === 1 ? ONE_WAY : 0)),
  );
  column(
    FIELD.between,
    from.map((_, edge) => shapeStarts[edge + 1]! - shapeStarts[edge]!),
  );
  column(FIELD.shapeLon, fromStart(network, shapeLon, lon));
  column(FIELD.shapeLat, fromStart(network, shapeLat, lat));
  return pbf.finish();
}

/** @throws ProblemError bad-input where the bytes are no network, or contradict themselves */
export function decodeNetwork(bytes: Uint8Array): WalkingNetwork {
  try {
    return decode(bytes);
  } catch (cause) {
    if (cause instanceof ProblemError) throw cause;
    throw damaged(cause);
  }
}

const damaged = (cause?: unknown): ProblemError =>
  new ProblemError('bad-input', 'The walking network is damaged: import it again', {}, cause);

function decode(bytes: Uint8Array): WalkingNetwork {
  const sizes = { version: 0, junctions: 0, edges: 0, positions: 0 };
  const columns = new Map<number, Int32Array>();
  let millimetres: Float64Array = new Float64Array();
  let flags: Uint8Array = new Uint8Array();
  const pbf = new PbfReader(bytes);
  const sizeOf = (tag: number): number =>
    tag === FIELD.lon || tag === FIELD.lat
      ? sizes.junctions
      : tag === FIELD.shapeLon || tag === FIELD.shapeLat
        ? sizes.positions
        : sizes.edges;
  pbf.readFields((tag, _, reader) => {
    if (tag === FIELD.version) sizes.version = reader.readVarint();
    else if (tag === FIELD.junctions) sizes.junctions = reader.readVarint();
    else if (tag === FIELD.edges) sizes.edges = reader.readVarint();
    else if (tag === FIELD.positions) sizes.positions = reader.readVarint();
    else if (tag === FIELD.kind) flags = reader.readBytes().slice();
    else if (tag === FIELD.millimetres)
      millimetres = readColumn(reader, new Float64Array(checked(sizes.edges, bytes)));
    else if (tag >= FIELD.lon && tag <= FIELD.shapeLat)
      columns.set(tag, readColumn(reader, new Int32Array(checked(sizeOf(tag), bytes))));
  }, null);
  if (sizes.version !== VERSION || flags.length !== sizes.edges || millimetres.length !== sizes.edges)
    throw damaged();
  const take = (tag: number): Int32Array => {
    const found = columns.get(tag);
    // An empty column is not written.
    if (found === undefined && sizeOf(tag) > 0) throw damaged();
    return found ?? new Int32Array();
  };
  const lon = summed(take(FIELD.lon));
  const lat = summed(take(FIELD.lat));
  const from = summed(take(FIELD.from));
  const to = take(FIELD.to).map((each, edge) => each + from[edge]!);
  const between = take(FIELD.between);
  const shapeStarts = new Int32Array(sizes.edges + 1);
  for (let edge = 0; edge < sizes.edges; edge++) {
    if (from[edge]! < 0 || from[edge]! >= lon.length || to[edge]! < 0 || to[edge]! >= lon.length)
      throw damaged();
    if ((flags[edge]! & (ONE_WAY - 1)) >= EDGE_KINDS.length || between[edge]! < 0) throw damaged();
    shapeStarts[edge + 1] = shapeStarts[edge]! + between[edge]!;
  }
  if (shapeStarts[sizes.edges] !== sizes.positions) throw damaged();
  const network: WalkingNetwork = {
    lon,
    lat,
    from,
    to,
    metres: millimetres.map(each => each / 1000),
    kind: flags.map(each => each & (ONE_WAY - 1)),
    oneWay: flags.map(each => (each & ONE_WAY) / ONE_WAY),
    shapeStarts,
    shapeLon: take(FIELD.shapeLon),
    shapeLat: take(FIELD.shapeLat),
  };
  addStart(network, network.shapeLon, lon);
  addStart(network, network.shapeLat, lat);
  return network;
}

/** Every number takes a byte at least, so that no count can ask for more memory than the bytes can fill. */
function checked(count: number, bytes: Uint8Array): number {
  if (count > bytes.length) throw damaged();
  return count;
}

function readColumn<Column extends Int32Array | Float64Array>(reader: PbfReader, column: Column): Column {
  const end = reader.readVarint() + reader.pos;
  let at = 0;
  while (reader.pos < end && at < column.length) column[at++] = reader.readSVarint();
  if (at !== column.length || reader.pos !== end) throw damaged();
  return column;
}

function differences(values: Int32Array): Int32Array {
  return values.map((each, i) => (i === 0 ? each : each - values[i - 1]!));
}

function summed(steps: Int32Array): Int32Array {
  for (let i = 1; i < steps.length; i++) steps[i]! += steps[i - 1]!;
  return steps;
}

/** Positions of an edge as steps from its beginning. */
function fromStart({ from, shapeStarts }: WalkingNetwork, shape: Int32Array, ends: Int32Array): Int32Array {
  const steps = shape.slice();
  for (let edge = 0; edge < from.length; edge++)
    for (let i = shapeStarts[edge]!; i < shapeStarts[edge + 1]!; i++)
      steps[i] = shape[i]! - (i === shapeStarts[edge]! ? ends[from[edge]!]! : shape[i - 1]!);
  return steps;
}

function addStart({ from, shapeStarts }: WalkingNetwork, steps: Int32Array, ends: Int32Array): void {
  for (let edge = 0; edge < from.length; edge++)
    for (let i = shapeStarts[edge]!; i < shapeStarts[edge + 1]!; i++)
      steps[i]! += i === shapeStarts[edge]! ? ends[from[edge]!]! : steps[i - 1]!;
}
