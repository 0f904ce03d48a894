import type { Texts } from '../areas/indicator.ts';

const DIGITS = 2;
const formats = {
  nl: new Intl.NumberFormat('nl-BE', { maximumFractionDigits: DIGITS }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: DIGITS }),
  fr: new Intl.NumberFormat('fr-BE', { maximumFractionDigits: DIGITS }),
};

/** A number with at most two decimals in each language: 1.2345 → "1,23", "1.23", "1,23". */
export function numberTexts(value: number): Texts {
  return { nl: formats.nl.format(value), en: formats.en.format(value), fr: formats.fr.format(value) };
}
