import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatDifference,
  formatIndex,
  formatShare,
  formatValue,
} from '../../web/i18n/format.ts';

/** Spaces as a reader sees them: the thin and the firm one become plain. */
const seen = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('Numbers for people', () => {
  // The forms come from the interface page: "1 036; 20,7 %; indices with three decimals".
  it('are written the Dutch way', () => {
    expect(seen(formatCount(1036, 'nl'))).toBe('1 036');
    expect(seen(formatShare(0.2066, 'nl'))).toBe('20,7 %');
    expect(formatIndex(0.486413, 'nl')).toBe('0,486');
    expect(seen(formatValue(12.34, 'per_hectare', 'nl'))).toBe('12,3 / ha');
  });

  it('are written the English way', () => {
    expect(formatCount(1036, 'en')).toBe('1,036');
    expect(formatShare(0.2066, 'en')).toBe('20.7%');
    expect(formatIndex(0.486413, 'en')).toBe('0.486');
  });

  it('never break between a number and its unit', () => {
    expect(formatShare(0.2066, 'nl')).not.toContain(' ');
    expect(formatCount(1_000_000, 'nl')).not.toContain(' ');
  });

  it('carry the sign of a difference, with a real minus, and none for no difference', () => {
    expect(seen(formatDifference(0.0234, 'share', 'nl'))).toBe('+2,3 pp');
    expect(seen(formatDifference(-0.0042, 'share', 'nl'))).toBe('\u22120,42 pp');
    expect(seen(formatDifference(-0.0033, 'index', 'nl'))).toBe('\u22120,0033');
    expect(seen(formatDifference(0, 'share', 'nl'))).toBe('0 pp');
    expect(seen(formatDifference(-1e-9, 'index', 'nl'))).toBe('0');
  });

  it('keep small densities legible', () => {
    expect(seen(formatValue(0.381, 'per_hectare', 'nl'))).toBe('0,38 / ha');
  });
});
