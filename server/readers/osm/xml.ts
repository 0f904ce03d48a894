import { StringDecoder } from 'node:string_decoder';
import { Parser } from 'saxen';
import { type ByteSource, chunksWithProgress } from '../byte-source.ts';
import type { ReadOptions } from '../types.ts';
import { damagedOsm } from './damage.ts';
import { type OsmElement, type OsmMember, osmName } from './elements.ts';

/** Text without one whole tag in it; more is a file whose quote or bracket is missing. */
const MAX_TAG_CHARACTERS = 2 ** 24;

type Attributes = Readonly<Record<string, string>>;

type Open = { element: OsmElement | null; tags: Record<string, string> | null };

/**
 * The elements of an OSM XML file (API 0.6, JOSM, Overpass), in batches as the file is read. What an editor marked as
 * deleted is left out.
 */
export async function* readOsmXml(
  source: ByteSource,
  options: ReadOptions,
): AsyncGenerator<readonly OsmElement[], void, undefined> {
  const decoder = new StringDecoder('utf8');
  const reading = elementReader(source.name);
  for await (const chunk of chunksWithProgress(source, options)) {
    reading.write(decoder.write(chunk));
    const batch = reading.take();
    if (batch.length > 0) yield batch;
  }
  reading.end(decoder.end());
  const rest = reading.take();
  if (rest.length > 0) yield rest;
}

function elementReader(name: string) {
  let done: OsmElement[] = [];
  let last = 'the start';
  let root: string | null = null;
  let closed = false;
  let open: Open | null = null;
  let sinceTag = 0;
  let ended = false;
  const damaged = (sentence: string, cause?: unknown) =>
    damagedOsm(
      name,
      ended && !closed
        ? `is cut off after ${last}: there is no closing </osm>`
        : `is not valid OSM XML after ${last}: ${sentence}`,
      cause,
    );

  const parser = new Parser();
  parser.on('error', (error: Error) => {
    throw damaged(error.message, error);
  });
  parser.on('warn', (warning: Error) => {
    throw damaged(warning.message, warning);
  });
  parser.on('openTag', (tag, attributesOf, decode) => {
    sinceTag = 0;
    if (root === null) {
      root = tag;
      if (tag !== 'osm') throw damagedOsm(name, `holds <${tag}> where <osm> is expected`);
      return;
    }
    if (tag !== 'node' && tag !== 'way' && tag !== 'relation' && open === null) return;
    const raw = attributesOf();
    if (raw === false) throw damaged(`<${tag}> has attributes that cannot be read`);
    const text = (key: string): string => decode(decodeAstral(raw[key] ?? ''));
    if (tag === 'node' || tag === 'way' || tag === 'relation') open = begin(tag, raw);
    else if (open !== null && tag === 'tag') {
      open.tags ??= {};
      open.tags[text('k')] = text('v');
    } else if (tag === 'nd' && open?.element?.type === 'way')
      (open.element.nodes as number[]).push(whole(raw.ref, 'ref'));
    else if (tag === 'member' && open?.element?.type === 'relation') {
      const type = raw.type;
      if (type !== 'node' && type !== 'way' && type !== 'relation') return;
      const member: OsmMember = { type, id: whole(raw.ref, 'ref'), role: text('role') };
      (open.element.members as OsmMember[]).push(member);
    }
  });
  parser.on('closeTag', tag => {
    if (tag === 'osm') closed = true;
    if (tag !== 'node' && tag !== 'way' && tag !== 'relation') return;
    if (open?.element) {
      done.push({ ...open.element, tags: open.tags });
      last = osmName(open.element);
    }
    open = null;
  });

  function begin(type: OsmElement['type'], attributes: Attributes): Open {
    if (attributes.action === 'delete' || attributes.visible === 'false')
      return { element: null, tags: null };
    const id = whole(attributes.id, 'id');
    const version = attributes.version === undefined ? {} : { version: whole(attributes.version, 'version') };
    if (type === 'way') return { element: { type, id, ...version, nodes: [], tags: null }, tags: null };
    if (type === 'relation')
      return { element: { type, id, ...version, members: [], tags: null }, tags: null };
    const lon = degrees(attributes.lon, 180);
    const lat = degrees(attributes.lat, 90);
    if (Number.isNaN(lon) || Number.isNaN(lat))
      throw damaged(
        `node ${id} has lat "${attributes.lat ?? ''}" and lon "${attributes.lon ?? ''}"; give degrees`,
      );
    return { element: { type, id, ...version, lon, lat, tags: null }, tags: null };
  }

  function whole(text: string | undefined, attribute: string): number {
    const value = Number(text);
    if (text === undefined || text === '' || !Number.isSafeInteger(value))
      throw damaged(`"${text ?? ''}" is no ${attribute}; give a whole number`);
    return value;
  }

  return {
    write(text: string): void {
      sinceTag += text.length;
      parser.write(text);
      if (sinceTag > MAX_TAG_CHARACTERS) throw damaged(`no whole tag in ${MAX_TAG_CHARACTERS} characters`);
    },
    end(text: string): void {
      parser.write(text);
      ended = true;
      parser.end();
      if (!closed) throw damaged('');
    },
    take(): readonly OsmElement[] {
      const batch = done;
      done = [];
      return batch;
    },
  };
}

function degrees(text: string | undefined, limit: number): number {
  const value = text === undefined || text === '' ? Number.NaN : Number(text);
  return Math.abs(value) <= limit ? value : Number.NaN;
}

/** Characters past U+FFFF written as numbers, which the parser would cut to sixteen bits. */
function decodeAstral(text: string): string {
  return text.replace(/&#(?:x([0-9a-f]{5,6})|(\d{5,7}));/gi, (whole, hex, decimal) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0xffff && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
