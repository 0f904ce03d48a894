import { type AreaLevel, VALUE_STATUS, type ValueColumns } from '../../core/areas/types.ts';
import { ProblemError } from '../../core/problem.ts';
import { indicators } from '../../data/indicators.ts';
import type { Database } from '../database/types.ts';
import { areaGeometries } from '../releases/area-geometry.ts';
import { type LoadedAreas, loadAreas } from '../releases/areas.ts';
import { requestedRelease } from '../releases/catalogue.ts';
import { areasAsked } from '../releases/measured-areas.ts';
import { parseScope } from '../releases/scope.ts';
import { areasItemOf, regionOf } from '../releases/select.ts';
import type { AreasItem, Release } from '../releases/types.ts';
import { findValueSource, type ValueSource, valueSources } from '../releases/value-sources.ts';
import { loadValues } from '../releases/values.ts';
import { type Exported, exported, provenanceOf } from './exported.ts';
import { writerById } from './registry.ts';
import type { Cell, ExportRow } from './types.ts';

export type AreasExport = {
  /** Id of a writer: `geojson`, `csv`. */
  format: string;
  level: AreaLevel;
  release?: string | undefined;
  region?: string | undefined;
  vintage?: number | undefined;
  /** Ids; without them every indicator that the level has. */
  indicators?: readonly string[] | undefined;
  /** Without it each indicator's newest. */
  year?: number | undefined;
  /** `level:code` */
  scope?: string | undefined;
  /** Codes of a selection; with a scope too, both must hold. */
  areas?: readonly string[] | undefined;
  /** False leaves the polygons out, also where the format could carry them. */
  geometry?: boolean | undefined;
};

/**
 * Areas of a level with indicators: per indicator its value, numerator, denominator, status and year.
 * @throws ProblemError before anything is written: unknown format, release, region, level, indicator, year, scope, area.
 */
export async function exportAreas(database: Database, request: AreasExport): Promise<Exported> {
  const writer = writerById(request.format);
  const release = await requestedRelease(database, request.release);
  const region = regionOf(release, request.region);
  const item = areasItemOf(release, region.id, request.level, request.vintage);
  const areas = await loadAreas(database, item);
  const sources = sourcesOf(release, item, request);
  const values = await Promise.all(sources.map(source => loadValues(database, source)));
  const indices = await areasAsked(database, release, item, {
    scope: parseScope(request.scope),
    areas: request.areas,
  });
  const withGeometry = writer.spatial && request.geometry !== false;
  const years = new Set(values.map(columns => columns.year));
  return exported(writer, `${region.id}-${item.level}-${item.vintage}`, {
    columns: [...AREA_COLUMNS, ...values.flatMap(columns => valueNames(columns.indicator))],
    rows: areaRows(database, item, indices, withGeometry, index => [
      ...areaCells(areas, index),
      ...values.flatMap(columns => valueCells(columns, index)),
    ]),
    provenance: provenanceOf(release, region, [item.source, ...sources.map(source => source.item.source)], {
      level: item.level,
      vintage: item.vintage,
      year: years.size === 1 ? ([...years][0] ?? null) : null,
    }),
  });
}

/** What every export of areas begins with. */
export const AREA_COLUMNS = [
  'code',
  'name',
  'level',
  'vintage',
  'parent_level',
  'parent_code',
  'area_ha',
  'lon',
  'lat',
] as const;

/** The cells of AREA_COLUMNS. */
export function areaCells({ table }: LoadedAreas, index: number): Cell[] {
  return [
    table.codes[index]!,
    table.names[index]!,
    table.level,
    table.vintage,
    table.parentLevel,
    table.parentCodes[index] ?? null,
    table.areaHa[index]!,
    table.lon[index]!,
    table.lat[index]!,
  ];
}

/** One row an area; `cellsOf` gives its cells by area index. */
export async function* areaRows(
  database: Database,
  item: AreasItem,
  indices: Int32Array,
  withGeometry: boolean,
  cellsOf: (index: number) => Cell[],
): AsyncGenerator<ExportRow> {
  const row = (index: number, geometry: ExportRow['geometry']): ExportRow => {
    const cells = cellsOf(index);
    return { id: String(cells[0]), geometry, cells };
  };
  if (withGeometry) {
    for await (const { index, geometry } of areaGeometries(database, item, indices))
      yield row(index, geometry);
  } else {
    for (const index of indices) yield row(index, null);
  }
}

/**
 * The sources of the indicators asked for; of all that the level has in that year when none is named.
 * @throws ProblemError `bad-parameter` for an indicator named twice, whose columns would have one name; `not-found`
 * for a year that no indicator of the level has.
 */
function sourcesOf(release: Release, item: AreasItem, request: AreasExport): ValueSource[] {
  const { region, level, vintage } = item;
  const { year } = request;
  if (request.indicators !== undefined) {
    const twice = request.indicators.find((id, position, all) => all.indexOf(id) < position);
    if (twice !== undefined) {
      throw new ProblemError(
        'bad-parameter',
        `"${twice.slice(0, 80)}" is named twice; name every indicator once`,
        {
          parameter: 'indicators',
        },
      );
    }
    return request.indicators.map(indicator =>
      findValueSource(release, { region, indicator, level, vintage, year }),
    );
  }
  const all = indicators.map(indicator => valueSources(release, item, indicator));
  if (year === undefined) return all.flatMap(sources => sources[0] ?? []);
  const ofYear = all.flatMap(sources => sources.find(source => source.year === year) ?? []);
  if (ofYear.length > 0) return ofYear;
  const years = [...new Set(all.flat().map(source => source.year))].sort((a, b) => b - a);
  throw new ProblemError(
    'not-found',
    `There are no values for ${level} ${vintage} in ${year}; there are of: ${years.join(', ') || 'no year'}`,
    { parameter: 'year' },
  );
}

function valueNames(indicator: string): string[] {
  return [indicator, ...['numerator', 'denominator', 'status', 'year'].map(part => `${indicator}_${part}`)];
}

function valueCells({ value, numerator, denominator, status, year }: ValueColumns, index: number): Cell[] {
  return [
    cellOf(value[index]!),
    cellOf(numerator[index]!),
    cellOf(denominator[index]!),
    STATUS_NAMES[status[index]!] ?? null,
    year,
  ];
}

/** NaN means "not there" and is written as nothing. */
export function cellOf(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

const STATUS_NAMES: Readonly<Record<number, string>> = Object.fromEntries(
  Object.entries(VALUE_STATUS).map(([name, status]) => [status, name]),
);
