import { PbfReader } from 'pbf';
import type { OsmElement, OsmMember, OsmTags } from './elements.ts';

const MEMBER_TYPES = ['node', 'way', 'relation'] as const;

type Scale = { granularity: number; latOffset: number; lonOffset: number };

/**
 * The elements of an unpacked block (osmformat.proto). Numbers that run in parallel are checked to be equally many, and
 * texts to exist.
 * @throws RangeError where the block contradicts itself
 */
export function readBlock(bytes: Uint8Array): OsmElement[] {
  const texts: string[] = [];
  const groups: [start: number, end: number][] = [];
  const scale: Scale = { granularity: 100, latOffset: 0, lonOffset: 0 };
  const pbf = new PbfReader(bytes);
  pbf.readFields((tag, _, reader) => {
    if (tag === 1)
      reader.readMessage((inner, all) => {
        if (inner === 1) all.push(reader.readString());
      }, texts);
    else if (tag === 2) {
      // The offsets may stand after the groups, which are therefore read in the end.
      const end = reader.readVarint() + reader.pos;
      groups.push([reader.pos, end]);
      reader.pos = end;
    } else if (tag === 17) scale.granularity = reader.readVarint(true);
    else if (tag === 19) scale.latOffset = reader.readVarint(true);
    else if (tag === 20) scale.lonOffset = reader.readVarint(true);
  }, null);
  if (pbf.pos > bytes.length) throw new RangeError('the block ends in the middle of a field');
  const text = (index: number): string => {
    const found = texts[index];
    if (found === undefined) throw new RangeError(`there is no text ${index}`);
    return found;
  };
  const elements: OsmElement[] = [];
  for (const [start, end] of groups) {
    if (end > bytes.length) throw new RangeError('a group ends past its block');
    const group = new PbfReader(bytes.subarray(start, end));
    group.readFields((tag, all, reader) => {
      if (tag === 1) all.push(node(reader, scale, text));
      else if (tag === 2) denseNodes(reader, scale, text, all);
      else if (tag === 3) all.push(way(reader, text));
      else if (tag === 4) all.push(relation(reader, text));
    }, elements);
    if (group.pos > end - start) throw new RangeError('a group ends in the middle of a field');
  }
  return elements;
}

type Text = (index: number) => string;

/** The version in the Info of an element, which may be left out. */
function readVersion(pbf: PbfReader): number | undefined {
  return pbf.readMessage(
    (tag, into, reader) => {
      if (tag === 1) into.version = reader.readVarint(true);
    },
    {} as { version?: number },
  ).version;
}

const versioned = (version: number | undefined) => (version === undefined || version < 1 ? {} : { version });

function tagsOf(keys: readonly number[], values: readonly number[], text: Text): OsmTags | null {
  if (keys.length !== values.length) throw new RangeError('keys and values are not equally many');
  if (keys.length === 0) return null;
  const tags: Record<string, string> = {};
  for (let i = 0; i < keys.length; i++) tags[text(keys[i]!)] = text(values[i]!);
  return tags;
}

const degrees = (offset: number, granularity: number, value: number, limit: number): number => {
  // Nanodegrees are whole numbers, so that one division gives the nearest double.
  const found = (offset + granularity * value) / 1e9;
  if (!(Math.abs(found) <= limit)) throw new RangeError(`${found} degrees`);
  return found;
};

function node(pbf: PbfReader, { granularity, latOffset, lonOffset }: Scale, text: Text): OsmElement {
  const found = {
    id: 0,
    lat: 0,
    lon: 0,
    keys: [] as number[],
    values: [] as number[],
    version: undefined as number | undefined,
  };
  pbf.readMessage((tag, into, reader) => {
    if (tag === 1) into.id = reader.readSVarint();
    else if (tag === 2) reader.readPackedVarint(into.keys);
    else if (tag === 3) reader.readPackedVarint(into.values);
    else if (tag === 4) into.version = readVersion(reader);
    else if (tag === 8) into.lat = reader.readSVarint();
    else if (tag === 9) into.lon = reader.readSVarint();
  }, found);
  return {
    type: 'node',
    id: found.id,
    ...versioned(found.version),
    lon: degrees(lonOffset, granularity, found.lon, 180),
    lat: degrees(latOffset, granularity, found.lat, 90),
    tags: tagsOf(found.keys, found.values, text),
  };
}

function denseNodes(
  pbf: PbfReader,
  { granularity, latOffset, lonOffset }: Scale,
  text: Text,
  elements: OsmElement[],
): void {
  const dense = {
    ids: [] as number[],
    lats: [] as number[],
    lons: [] as number[],
    tags: [] as number[],
    versions: [] as number[],
  };
  pbf.readMessage((tag, into, reader) => {
    if (tag === 1) reader.readPackedSVarint(into.ids);
    else if (tag === 5)
      reader.readMessage((inner, versions) => {
        // Of all that DenseInfo holds, the version alone is no difference to the one before.
        if (inner === 1) reader.readPackedVarint(versions, true);
      }, into.versions);
    else if (tag === 8) reader.readPackedSVarint(into.lats);
    else if (tag === 9) reader.readPackedSVarint(into.lons);
    else if (tag === 10) reader.readPackedVarint(into.tags);
  }, dense);
  const { ids, lats, lons, versions, tags: pairs } = dense;
  if (ids.length !== lats.length || ids.length !== lons.length)
    throw new RangeError('ids, latitudes and longitudes are not equally many');
  let [id, lat, lon, at] = [0, 0, 0, 0];
  for (let i = 0; i < ids.length; i++) {
    id += ids[i]!;
    lat += lats[i]!;
    lon += lons[i]!;
    let tags: Record<string, string> | null = null;
    // Key, value, key, value …, and 0 after each node; nothing at all where no node has tags.
    while (at < pairs.length && pairs[at] !== 0) {
      tags ??= {};
      tags[text(pairs[at]!)] = text(pairs[at + 1] ?? -1);
      at += 2;
    }
    at++;
    elements.push({
      type: 'node',
      id,
      ...versioned(versions[i]),
      lon: degrees(lonOffset, granularity, lon, 180),
      lat: degrees(latOffset, granularity, lat, 90),
      tags,
    });
  }
}

function way(pbf: PbfReader, text: Text): OsmElement {
  const found = {
    id: 0,
    keys: [] as number[],
    values: [] as number[],
    nodes: [] as number[],
    version: undefined as number | undefined,
  };
  pbf.readMessage((tag, into, reader) => {
    if (tag === 1) into.id = reader.readVarint(true);
    else if (tag === 2) reader.readPackedVarint(into.keys);
    else if (tag === 3) reader.readPackedVarint(into.values);
    else if (tag === 4) into.version = readVersion(reader);
    else if (tag === 8) reader.readPackedSVarint(into.nodes);
  }, found);
  const { id, keys, values, nodes, version } = found;
  for (let i = 1; i < nodes.length; i++) nodes[i]! += nodes[i - 1]!;
  return { type: 'way', id, ...versioned(version), nodes, tags: tagsOf(keys, values, text) };
}

function relation(pbf: PbfReader, text: Text): OsmElement {
  const found = {
    id: 0,
    keys: [] as number[],
    values: [] as number[],
    roles: [] as number[],
    ids: [] as number[],
    types: [] as number[],
    version: undefined as number | undefined,
  };
  pbf.readMessage((tag, into, reader) => {
    if (tag === 1) into.id = reader.readVarint(true);
    else if (tag === 2) reader.readPackedVarint(into.keys);
    else if (tag === 3) reader.readPackedVarint(into.values);
    else if (tag === 4) into.version = readVersion(reader);
    else if (tag === 8) reader.readPackedVarint(into.roles);
    else if (tag === 9) reader.readPackedSVarint(into.ids);
    else if (tag === 10) reader.readPackedVarint(into.types);
  }, found);
  const { id, keys, values, roles, ids, types, version } = found;
  if (ids.length !== roles.length || ids.length !== types.length)
    throw new RangeError('members, roles and types are not equally many');
  let ref = 0;
  const members = ids.map((step, i): OsmMember => {
    ref += step;
    const type = MEMBER_TYPES[types[i]!];
    if (type === undefined) throw new RangeError(`there is no member type ${types[i]}`);
    return { type, id: ref, role: text(roles[i]!) };
  });
  return { type: 'relation', id, ...versioned(version), members, tags: tagsOf(keys, values, text) };
}
