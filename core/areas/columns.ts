import { ProblemError } from '../problem.ts';
import type { AreaTable, ValueColumns } from './types.ts';

/** A numeric column in JSON: null where the number is not there. */
export type WireColumn = readonly (number | null)[];

/** The `columns` member of `GET /values`. */
export type WireValues = {
  numerator: WireColumn;
  denominator: WireColumn;
  value: WireColumn;
  status: readonly number[];
};

/** What a column of values is about: everything of ValueColumns but the columns. */
export type ValueHeader = Omit<ValueColumns, keyof WireValues>;

/** The areas of `GET /areas/columns`, less what the release adds. */
export type WireAreas = Omit<AreaTable, 'areaHa' | 'lon' | 'lat'> & {
  areaHa: WireColumn;
  lon: WireColumn;
  lat: WireColumn;
};

/** NaN and ±Infinity become null: JSON has neither. */
export function toWire(column: Float64Array): (number | null)[] {
  return Array.from(column, value => (Number.isFinite(value) ? value : null));
}

/** Null becomes NaN. */
export function fromWire(column: WireColumn): Float64Array {
  return Float64Array.from(column, value => value ?? Number.NaN);
}

export function valuesToWire(columns: ValueColumns): WireValues {
  return {
    numerator: toWire(columns.numerator),
    denominator: toWire(columns.denominator),
    value: toWire(columns.value),
    status: Array.from(columns.status),
  };
}

/** ProblemError `bad-input` when the columns differ in length. */
export function valuesFromWire(header: ValueHeader, wire: WireValues): ValueColumns {
  requireSameLength(`values of ${header.indicator}`, wire);
  return {
    indicator: header.indicator,
    level: header.level,
    vintage: header.vintage,
    year: header.year,
    category: header.category,
    basis: header.basis,
    numerator: fromWire(wire.numerator),
    denominator: fromWire(wire.denominator),
    value: fromWire(wire.value),
    status: Uint8Array.from(wire.status),
  };
}

export function areasToWire(table: AreaTable): WireAreas {
  return { ...table, areaHa: toWire(table.areaHa), lon: toWire(table.lon), lat: toWire(table.lat) };
}

/** ProblemError `bad-input` when the columns differ in length. */
export function areasFromWire(wire: WireAreas): AreaTable {
  const { level, vintage, hash, parentLevel, codes, names, parentCodes, areaHa, lon, lat } = wire;
  requireSameLength(`areas of level ${level}`, { codes, names, parentCodes, areaHa, lon, lat });
  return {
    level,
    vintage,
    hash,
    codes,
    names,
    parentLevel,
    parentCodes,
    areaHa: fromWire(areaHa),
    lon: fromWire(lon),
    lat: fromWire(lat),
  };
}

function requireSameLength(what: string, columns: Readonly<Record<string, readonly unknown[]>>): void {
  const lengths = Object.entries(columns).map(([name, column]) => `${name} ${column.length}`);
  if (new Set(Object.values(columns).map(column => column.length)).size > 1) {
    throw new ProblemError(
      'bad-input',
      `The ${what} have columns of different length: ${lengths.join(', ')}.`,
    );
  }
}
