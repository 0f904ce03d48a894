import { shown } from './shown.ts';

/** The sign that separates decimals in a column, when the caller knows it. */
export type DecimalSign = '.' | ',';

const SPACES = /[\s\u00a0\u2007\u202f]/g;
const GROUPED_BY_SPACE = /^\d{1,3}(?:[\s\u00a0\u2007\u202f]\d{3})+(?=$|[.,])/;
const PLAIN = /^(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const POINT_GROUPS = /^\d{1,3}(?:\.\d{3})+(?:,\d*)?$/;
const COMMA_GROUPS = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const DECIMAL_COMMA = /^\d*,\d+$/;
/** One comma before exactly three digits: a decimal comma on the continent, thousands in English. */
const COMMA_OR_THOUSANDS = /^[1-9]\d{0,2},\d{3}$/;

/**
 * A cell as a number: `null` when it is blank, `NaN` when it is no number or an ambiguous one
 * (`numberProblem` says which, in words).
 *
 * The rule, without a known `decimal` sign:
 * - `1234.5`, `-3`, `+3`, `1e5`, `.5`: as programs write them; a single point is always a decimal point
 * - `1234,5`, `0,125`: decimal comma
 * - `1 234,5` (also with a no-break space): a space groups three digits
 * - `1.234,5`, `1,234.5`, `1.234.567`, `1,234,567`: with both signs, or one sign twice, the last different one is the decimal sign
 * - `1,234`: ambiguous (1.234 or 1234) → NaN; with `decimal` given it is read by it, and `1.234` with `decimal` `,` is 1234
 * - everything else (`12%`, `5 km`, `n/a`, `0x10`, `Infinity`, `true`) → NaN
 */
export function parseNumber(value: unknown, decimal: DecimalSign | null = null): number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : Number.NaN;
  if (typeof value !== 'string') return Number.NaN;
  const text = value.trim();
  if (text === '') return null;
  const negative = text[0] === '-' || text[0] === '\u2212';
  const unsigned = negative || text[0] === '+' ? text.slice(1) : text;
  const size = parseUnsigned(unsigned, decimal);
  return negative ? 0 - size : size;
}

/** Why `parseNumber` gave NaN, as the end of a sentence: `"1,234" is ambiguous: …`. */
export function numberProblem(value: unknown): string {
  return typeof value === 'string' && COMMA_OR_THOUSANDS.test(value.trim().replace(/^[-+\u2212]/, ''))
    ? `${shown(value)} is ambiguous: a decimal comma or a thousands separator; write it with a decimal point or without a separator`
    : `${shown(value)} is not a number`;
}

function parseUnsigned(text: string, decimal: DecimalSign | null): number {
  const digits = GROUPED_BY_SPACE.test(text) ? text.replaceAll(SPACES, '') : text;
  if (decimal === ',') {
    if (POINT_GROUPS.test(digits)) return Number(digits.replaceAll('.', '').replace(',', '.'));
    if (DECIMAL_COMMA.test(digits)) return Number(digits.replace(',', '.'));
    return PLAIN.test(digits) ? Number(digits) : Number.NaN;
  }
  if (PLAIN.test(digits)) return Number(digits);
  if (decimal === '.') return COMMA_GROUPS.test(digits) ? Number(digits.replaceAll(',', '')) : Number.NaN;
  if (COMMA_OR_THOUSANDS.test(digits)) return Number.NaN;
  if (DECIMAL_COMMA.test(digits)) return Number(digits.replace(',', '.'));
  if (POINT_GROUPS.test(digits)) return Number(digits.replaceAll('.', '').replace(',', '.'));
  if (COMMA_GROUPS.test(digits)) return Number(digits.replaceAll(',', ''));
  return Number.NaN;
}
