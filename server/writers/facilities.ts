import type { Feature } from 'geojson';
import { ATTRIBUTE_IDS, isAttribute } from '../../core/facilities/attributes.ts';
import { middleOf } from '../../core/facilities/moved.ts';
import type { Database } from '../database/types.ts';
import { requestedRelease } from '../releases/catalogue.ts';
import { type Facility, type FacilityFilter, readFacilities } from '../releases/facilities.ts';
import { parseScope } from '../releases/scope.ts';
import { facilitySourcesOf, regionOf, sourceIdOf } from '../releases/select.ts';
import { type Exported, exported, provenanceOf } from './exported.ts';
import { writerById } from './registry.ts';
import type { Cell, ExportRow } from './types.ts';

export type FacilitiesExport = {
  format: string;
  release?: string | undefined;
  region?: string | undefined;
  functions?: readonly string[] | undefined;
  source?: string | undefined;
  /** `level:code` */
  scope?: string | undefined;
  bbox?: FacilityFilter['bbox'];
  name?: string | undefined;
  corrected?: boolean | undefined;
};

/** A facility as a GeoJSON feature; its id is `source/key`. */
export function facilityFeature(facility: Facility): Feature {
  const { attributes, name, functions, sourceId, areaM2, key, geometry, corrected } = facility;
  return {
    type: 'Feature',
    id: `${sourceId}/${key}`,
    geometry,
    properties: { ...attributes, name, functions, source: sourceId, areaM2, corrected },
  };
}

/** Attributes the product knows have a column each; `licence` alone would be that of the whole file. */
const ATTRIBUTE_COLUMNS = ATTRIBUTE_IDS.map(id =>
  id === 'licence' ? 'own_licence' : id.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`),
);
const COLUMNS = [
  ...['id', 'name', 'functions', 'source_id', 'area_m2', 'lon', 'lat'],
  ...ATTRIBUTE_COLUMNS,
  'attributes',
  'corrected',
] as const;

/**
 * Facilities with their functions as a comma list, a column for each known attribute and what else the source tells as JSON; lon and lat are the middle
 * of the facility's box.
 * @throws ProblemError before anything is written: unknown format, release, region, function, source, scope.
 */
export async function exportFacilities(database: Database, request: FacilitiesExport): Promise<Exported> {
  const writer = writerById(request.format);
  const release = await requestedRelease(database, request.release);
  const region = regionOf(release, request.region);
  const rows = readFacilities(database, release, region.id, {
    functions: request.functions,
    source: request.source,
    scope: parseScope(request.scope),
    bbox: request.bbox,
    name: request.name,
    corrected: request.corrected,
  });
  const items = facilitySourcesOf(release, region.id).filter(
    item => request.source === undefined || sourceIdOf(item) === request.source,
  );
  return exported(writer, `${region.id}-facilities`, {
    columns: COLUMNS,
    // The first row is read now, so that a wrong parameter is told before the answer begins.
    rows: await started(facilityRows(rows, writer.spatial)),
    provenance: provenanceOf(
      release,
      region,
      items.map(item => item.source),
    ),
  });
}

async function* facilityRows(
  facilities: AsyncIterable<Facility>,
  withGeometry: boolean,
): AsyncGenerator<ExportRow> {
  for await (const facility of facilities) {
    const id = `${facility.sourceId}/${facility.key}`;
    yield { id, geometry: withGeometry ? facility.geometry : null, cells: cellsOf(id, facility) };
  }
}

function cellsOf(
  id: string,
  { name, functions, sourceId, areaM2, geometry, attributes, corrected }: Facility,
): Cell[] {
  const [lon, lat] = middleOf(geometry);
  const known = ATTRIBUTE_IDS.map(attribute => readCell(attributes[attribute]));
  const others = Object.fromEntries(
    Object.entries(attributes).filter(([attribute]) => !isAttribute(attribute)),
  );
  const told = Object.keys(others).length === 0 ? null : JSON.stringify(others);
  return [id, name, functions.join(','), sourceId, areaM2, lon, lat, ...known, told, corrected];
}

function readCell(value: unknown): Cell {
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}

async function started<Row>(rows: AsyncGenerator<Row>): Promise<AsyncIterable<Row>> {
  const first = await rows.next();
  return (async function* () {
    if (first.done) return;
    yield first.value;
    yield* rows;
  })();
}
