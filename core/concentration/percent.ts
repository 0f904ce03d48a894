import type { Texts } from '../areas/indicator.ts';

const formats = {
  nl: new Intl.NumberFormat('nl-BE', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }),
  fr: new Intl.NumberFormat('fr-BE', { maximumFractionDigits: 1 }),
};

/** A share (0–1) as a percentage with at most one decimal in each language: 0.2732 → "27,3 %", "27.3%", "27,3 %". */
export function percentTexts(share: number): Texts {
  const percent = share * 100;
  return {
    nl: `${formats.nl.format(percent)}\u00a0%`,
    en: `${formats.en.format(percent)}%`,
    fr: `${formats.fr.format(percent)}\u00a0%`,
  };
}
