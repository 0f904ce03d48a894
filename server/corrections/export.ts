import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { FacilityFields, Patch } from '../../core/facilities/correction.ts';
import type { Database } from '../database/types.ts';
import { requestedRelease } from '../releases/catalogue.ts';
import { correctionHeads } from '../releases/corrected-facilities.ts';
import { ADDED_SOURCE, correctionsItem, regionOf } from '../releases/select.ts';
import type { OsmOrigin, Release } from '../releases/types.ts';
import type { Exported } from '../writers/exported.ts';
import { type OsmEdit, osmAddition, osmDiffers, osmEdit } from './osm-change.ts';
import { type CorrectedPlace, readPlaces } from './place.ts';

export const CORRECTION_FORMATS = ['osc', 'geojson'] as const;
export type CorrectionFormat = (typeof CORRECTION_FORMATS)[number];

export type CorrectionsExport = {
  format: CorrectionFormat;
  release?: string | undefined;
  region?: string | undefined;
};

/** A corrected place with who said so last. */
type Standing = {
  id: string;
  place: CorrectedPlace;
  author: string;
  reason: string;
  madeAt: string;
  number: number;
};

/**
 * Corrections to hand back: `osc` is an osmChange file of the places of OpenStreetMap (to open in an editor such as
 * JOSM and look at before it is uploaded); `geojson` holds a point for every other correction, and for what tags of
 * OpenStreetMap cannot say.
 */
export async function exportCorrections(database: Database, request: CorrectionsExport): Promise<Exported> {
  const release = await requestedRelease(database, request.release);
  const region = regionOf(release, request.region).id;
  const standing = await readStanding(database, release, region);
  const osm = request.format === 'osc';
  const text = osm ? osmChangeText(standing) : JSON.stringify(notes(standing, release, region));
  return {
    contentType: osm ? 'application/xml; charset=utf-8' : 'application/geo+json; charset=utf-8',
    fileName: `${region}-corrections.${request.format}`,
    stream: Readable.from([text]),
  };
}

async function readStanding(database: Database, release: Release, region: string): Promise<Standing[]> {
  const heads = await correctionHeads(database, correctionsItem(release, region));
  const { rows } = await sql<Row>`
    select c.id as number, c.source, c.key, g.author, g.reason, g.made_at
    from facility_corrections c join facility_changes g on g.version = c.version
    where c.id = any(${[...heads]}::int[])
    order by c.source collate "C", c.key collate "C"`.execute(database.kysely);
  const places = await readPlaces(
    database,
    release,
    region,
    rows.map(({ source, key }) => `${source}/${key}`),
  );
  return rows.flatMap(({ source, key, author, reason, made_at, number }) => {
    const id = `${source}/${key}`;
    const place = places.get(id);
    const fields = Object.keys(place?.patch ?? {}).filter(field => !field.startsWith('distinct.'));
    if (place === undefined || fields.length === 0) return [];
    return [{ id, place, author, reason, madeAt: made_at.toISOString(), number }];
  });
}

type Row = { number: number; source: string; key: string; author: string; reason: string; made_at: Date };

/** The element to upload, or null where the correction is none of OpenStreetMap's or its version is not known. */
function editOf({ place, number }: Standing): OsmEdit | null {
  if (place.source === ADDED_SOURCE) return place.served === null ? null : osmAddition(number, place.served);
  const origin = place.origin?.osm;
  if (origin === undefined || origin.version === null) return null;
  const edit = osmEdit(origin, place.patch);
  return osmDiffers(origin, edit.element) ? edit : null;
}

function osmChangeText(standing: readonly Standing[]): string {
  const edits = standing.flatMap(one => editOf(one) ?? []);
  const block = (name: string, some: readonly OsmEdit[]) =>
    some.length === 0
      ? ''
      : `  <${name}>\n${some.map(({ element }) => elementText(element)).join('')}  </${name}>\n`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<osmChange version="0.6" generator="Buurtbalans">\n',
    block(
      'create',
      edits.filter(edit => edit.created),
    ),
    block(
      'modify',
      edits.filter(edit => !edit.created),
    ),
    '</osmChange>\n',
  ].join('');
}

function elementText(element: OsmOrigin): string {
  const { type, id, version, tags, lon, lat, nodes = [], members = [] } = element;
  const where = type === 'node' ? ` lat="${lat}" lon="${lon}"` : '';
  const inside = [
    ...nodes.map(node => `<nd ref="${node}"/>`),
    ...members.map(
      one => `<member type="${escaped(one.type)}" ref="${one.id}" role="${escaped(one.role)}"/>`,
    ),
    // The database keeps no order of its own.
    ...Object.entries(tags)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => `<tag k="${escaped(key)}" v="${escaped(value)}"/>`),
  ];
  const body = inside.map(line => `      ${line}\n`).join('');
  return `    <${type} id="${id}" version="${version}"${where}>\n${body}    </${type}>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** XML has no way at all to write most control characters. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"\n]/g, sign => ENTITIES[sign]!)
    .replace(/\p{Cc}/gu, sign => (sign === '\t' ? '&#9;' : ''));
}

function notes(standing: readonly Standing[], release: Release, region: string): object {
  const features = standing.flatMap(one => {
    const { id, place, author, reason, madeAt } = one;
    const edit = editOf(one);
    const fields = Object.entries(place.patch).filter(
      ([field]) => !field.startsWith('distinct.') && (edit === null || edit.unsaid.includes(field)),
    );
    const shown = placeShown(place);
    if (fields.length === 0 || shown === null) return [];
    const changes = Object.fromEntries(fields);
    const text = `${fields.map(([field, change]) => sentence(field, change)).join('; ')} (${author}: ${reason})`;
    return [
      {
        type: 'Feature',
        id,
        geometry: shown.geometry,
        properties: { facility: id, name: shown.name, text, author, reason, madeAt, changes },
      },
    ];
  });
  return { type: 'FeatureCollection', release: release.hash, region, features };
}

function placeShown({ served, original }: CorrectedPlace): FacilityFields | null {
  return served ?? original;
}

function sentence(field: string, { original, to }: Patch[string]): string {
  if (field === 'closed') return 'closed';
  if (field === 'mergedInto') return `same place as ${String(to)}`;
  if (field === 'geometry') return 'moved';
  const written = (value: unknown) =>
    value === null ? '–' : Array.isArray(value) ? value.join(', ') : String(value);
  return `${field}: ${written(original)} → ${written(to)}`;
}
