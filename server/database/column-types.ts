import type { ColumnType, JSONColumnType } from 'kysely';
import type { Indicator } from '../../core/areas/indicator.ts';
import type { Patch } from '../../core/facilities/correction.ts';
import type { DatasetSource, FacilityOrigin, Finding } from '../releases/types.ts';

/**
 * A PostGIS column: hexadecimal EWKB when it is selected as it is. Write it with an expression
 * (`ST_GeomFromGeoJSON(…)`), or as EWKB or EWKT text.
 */
export type Geometry = ColumnType<string>;

/** Read as a Date. */
export type Timestamp = ColumnType<Date, Date | string, Date | string>;

/** A column that the database fills when it is left out. */
export type Made<T> =
  T extends ColumnType<infer S, infer I, infer U>
    ? ColumnType<S, I | undefined, U>
    : ColumnType<T, T | undefined, T>;

/** jsonb is read as a value and written as text, because `pg` would send an array as a PostgreSQL array. */
export type SourceJson = JSONColumnType<DatasetSource>;
export type FindingsJson = JSONColumnType<Finding[]>;
export type IndicatorJson = JSONColumnType<Indicator>;
export type ScenarioJson = JSONColumnType<Record<string, unknown>>;
export type AttributesJson = ColumnType<Record<string, unknown>, string | undefined, string>;
export type OriginJson = ColumnType<FacilityOrigin, string | undefined, string>;
export type PatchJson = JSONColumnType<Patch>;
