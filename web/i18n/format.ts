import type { IndicatorUnit, Texts } from '../../core/areas/indicator.ts';
import type { Language } from '../state/view.ts';

/**
 * The one place that writes numbers for people. Dutch groups with a thin space and has a decimal comma
 * (1 036; 20,7 %), English a comma and a point (1,036; 20.7%).
 */
const thin = '\u202f';
const firm = '\u00a0';
const minus = '\u2212';

const locales: Record<Language, string> = { nl: 'nl-BE', en: 'en-GB' };

/** By language and digits: one takes longer to make than a hundred numbers to write, and a panel writes hundreds. */
const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(digits: number, language: Language): Intl.NumberFormat {
  const key = `${language} ${digits}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(key, made);
  return made;
}

function plain(value: number, digits: number, language: Language): string {
  const parts = numberFormat(digits, language).formatToParts(Math.abs(value));
  const text = parts.map(part => (part.type === 'group' && language === 'nl' ? thin : part.value)).join('');
  const zero = !/[1-9]/.test(text);
  return value < 0 && !zero ? `${minus}${text}` : text;
}

const percentSign = (language: Language) => (language === 'nl' ? `${firm}%` : '%');

export function formatCount(value: number, language: Language): string {
  return plain(value, Number.isInteger(value) ? 0 : 1, language);
}

/** A share between 0 and 1 as a percentage, with one decimal unless said. */
export function formatShare(share: number, language: Language, digits = 1): string {
  return `${plain(share * 100, digits, language)}${percentSign(language)}`;
}

/** An index with three decimals. */
export const formatIndex = (value: number, language: Language) => plain(value, 3, language);
export const formatDecimal = (value: number, digits: number, language: Language) =>
  plain(value, digits, language);

const digitsPerHectare = (value: number) => (Math.abs(value) < 1 ? 2 : 1);

/** A value of an indicator with its unit. */
export function formatValue(value: number, unit: IndicatorUnit, language: Language): string {
  switch (unit) {
    case 'share':
      return formatShare(value, language);
    case 'per_hectare':
      return `${plain(value, digitsPerHectare(value), language)}${firm}/${firm}ha`;
    case 'euro':
      return `€${firm}${plain(value, 0, language)}`;
    case 'count':
      return formatCount(value, language);
  }
}

/** Digits of a difference in percentage points: fewer where there is more to see. */
const pointDigits = (points: number) => (Math.abs(points) < 0.995 ? 2 : 1);

/** A difference with its sign, or a plain nought; differences of shares are percentage points (pp). */
export function formatDifference(
  difference: number,
  unit: IndicatorUnit | 'index',
  language: Language,
): string {
  const points = difference * 100;
  const text =
    unit === 'share'
      ? plain(points, pointDigits(points), language)
      : unit === 'index'
        ? plain(difference, 4, language)
        : formatValue(difference, unit, language);
  const suffix = unit === 'share' ? `${firm}pp` : '';
  if (!/[1-9]/.test(text)) return `0${suffix}`;
  return `${difference > 0 ? '+' : ''}${text}${suffix}`;
}

export function formatDate(iso: string, language: Language): string {
  return new Date(iso).toLocaleDateString(locales[language], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
}

export function formatDateTime(iso: string, language: Language): string {
  return new Date(iso).toLocaleString(locales[language], { dateStyle: 'medium', timeStyle: 'short' });
}

export const textIn = (texts: Texts, language: Language) => texts[language];

/** The first letter large, for a label that begins a line. */
export const sentence = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** The short name of a release: enough to recognise, what the command line takes too. */
export const shortHash = (hash: string) => hash.slice(0, 10);
