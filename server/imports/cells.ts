import type { ValueStatusName } from '../../core/areas/types.ts';
import { type DecimalSign, numberProblem, parseNumber } from '../readers/number.ts';
import { shown } from '../readers/shown.ts';
import { SWING_MISSING } from '../sources/swing.ts';

/** A cell of a value column: a number, a reason why there is none, or a sentence about what is wrong. */
export type Cell =
  | { status: 'ok'; value: number }
  | { status: Exclude<ValueStatusName, 'ok'>; value: null }
  | { status: 'problem'; check: string; message: string };

/** What Statbel and others write where a number is withheld or not there. A real 0 is none of these. */
const MARKS: Readonly<Record<string, 'missing' | 'suppressed'>> = {
  c: 'suppressed',
  '*': 'suppressed',
  '.': 'missing',
  '..': 'missing',
  '-': 'missing',
};

export type CellReader = (value: unknown) => Cell;

/**
 * Reads the cells of one column. `missing` are further texts that mean "missing", compared as numbers where they are
 * numbers; `decimal` is the sign of the column when it is known.
 */
export function createCellReader(missing: readonly string[], decimal: DecimalSign | null): CellReader {
  const texts = new Set(missing.map(text => text.trim().toLowerCase()));
  const numbers = new Set(
    missing.map(text => parseNumber(text)).filter(number => number !== null && !Number.isNaN(number)),
  );
  return value => {
    const text = typeof value === 'string' ? value.trim().toLowerCase() : null;
    if (text !== null && texts.has(text)) return { status: 'missing', value: null };
    const mark = text === null ? undefined : MARKS[text];
    if (mark !== undefined) return { status: mark, value: null };
    if (decimal === null && text !== null && POINT_OR_THOUSANDS.test(text))
      return {
        status: 'problem',
        check: 'ambiguous-number',
        message: `${shown(value)} is ambiguous: a decimal point or a thousands separator; say which sign separates decimals with --decimal , or --decimal .`,
      };
    const number = parseNumber(value, decimal);
    if (number === null) return { status: 'missing', value: null };
    if (Number.isNaN(number))
      return {
        status: 'problem',
        check: 'not-a-number',
        message: `${numberProblem(value)}; if it means "missing", say so with --missing`,
      };
    if (numbers.has(number)) return { status: 'missing', value: null };
    const swing = SWING_MISSING[String(number) as keyof typeof SWING_MISSING];
    if (swing !== undefined) return { status: swing, value: null };
    if (number < 0)
      return {
        status: 'problem',
        check: 'negative',
        message: `${number} is negative; if it means "missing", say so with --missing`,
      };
    // A table may write 0 as -0.
    return { status: 'ok', value: number === 0 ? 0 : number };
  };
}

/** `12,5`, `0,125`, `1234,5678`: a comma that cannot separate thousands; `1.234.567`, `1.234,5`: points that do. */
const SURE_DECIMAL_COMMA =
  /^[-+]?(?:0,\d+|\d+,(?:\d{1,2}|\d{4,})|\d{4,},\d+|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,})$/;
const SURE_DECIMAL_POINT =
  /^[-+]?(?:0\.\d+|\d+\.(?:\d{1,2}|\d{4,})|\d{4,}\.\d+|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,})$/;
/** One point before exactly three digits: thousands on the continent, a decimal point in English. */
const POINT_OR_THOUSANDS = /^[-+\u2212]?[1-9]\d{0,2}\.\d{3}$/;

/**
 * The decimal sign of a column, from the cells that leave no doubt: so that `1,234` beside `12,5` is read as 1.234
 * and `1.234` as 1234.
 * Null when no cell, or cells of both kinds, tell.
 */
export function inferDecimal(values: Iterable<unknown>): DecimalSign | null {
  let comma = false;
  let point = false;
  for (const value of values) {
    if (typeof value !== 'string') continue;
    const text = value.trim();
    comma ||= SURE_DECIMAL_COMMA.test(text);
    point ||= SURE_DECIMAL_POINT.test(text);
  }
  if (comma === point) return null;
  return comma ? ',' : '.';
}
