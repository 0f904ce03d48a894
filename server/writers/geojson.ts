import { boxOfGeometry, type GrowingBox, rightHanded } from './rings.ts';
import type { ExportRow, Writer } from './types.ts';

/**
 * GeoJSON by RFC 7946: a FeatureCollection in CRS84 without a `crs` member (4), outer rings counterclockwise
 * (3.1.6), its box beside the features (5), and where it comes from as the foreign member `buurtbalans` (6.1).
 * The box is known when the last feature is written, so it comes last.
 */
export const geojsonWriter: Writer = {
  id: 'geojson',
  title: 'GeoJSON',
  extension: 'geojson',
  contentType: 'application/geo+json; charset=utf-8',
  spatial: true,
  async *write({ columns, rows, provenance }) {
    const box: GrowingBox = [Infinity, Infinity, -Infinity, -Infinity];
    yield `{"type":"FeatureCollection","buurtbalans":${JSON.stringify(provenance)},"features":[`;
    let separator = '\n';
    for await (const row of rows) {
      yield `${separator}${JSON.stringify(featureOf(columns, row))}`;
      if (row.geometry !== null) boxOfGeometry(row.geometry, box);
      separator = ',\n';
    }
    yield box[0] <= box[2] ? `\n],"bbox":${JSON.stringify(box)}}\n` : '\n]}\n';
  },
};

function featureOf(columns: readonly string[], { id, geometry, cells }: ExportRow): object {
  const properties = Object.fromEntries(columns.map((column, position) => [column, cells[position] ?? null]));
  return {
    type: 'Feature',
    id,
    geometry: geometry === null ? null : rightHanded(geometry),
    properties,
  };
}
