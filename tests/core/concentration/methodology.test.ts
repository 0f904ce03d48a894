import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describedIndices, methodologyMarkdown } from '../../../core/concentration/methodology.ts';
import { undefinedReasons } from '../../../core/concentration/population.ts';

const page = readFileSync(new URL('../../../docs/methodology.md', import.meta.url), 'utf8');

describe('every index explains itself', () => {
  it.each(
    describedIndices,
  )('$id: title, formula, source, range and reading in Dutch, English and French', index => {
    const { title, formula, symbols, citation, range, example = 0.3, difference } = index;
    const texts = [title, index.reading(example), index.reading(0), difference ?? [], symbols ?? []].flat();
    for (const { nl, en, fr } of texts) {
      for (const text of [nl, en, fr]) {
        expect(text.trim()).not.toBe('');
        expect(text).not.toMatch(/NaN|undefined|Infinity/);
      }
    }
    // Shown in every language, so that a formula may hold no words: what symbols mean is a text of its own.
    expect(formula.replace(/\b(exp|tanh|adj|max|min)\b/g, '')).not.toMatch(/\b[a-z]{3,}\b/);
    expect(formula).not.toBe('');
    expect(range[0]).toBeLessThan(range[1]);
    expect(example).toBeGreaterThanOrEqual(range[0]);
    expect(example).toBeLessThanOrEqual(range[1]);
    if (citation) expect(citation.year).toBeGreaterThan(1900);
  });

  it('has an id that no other has', () => {
    const ids = describedIndices.map(index => index.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says why it has no value in three languages', () => {
    for (const { nl, en, fr } of Object.values(undefinedReasons)) {
      expect([nl, en, fr].every(text => text.length > 10)).toBe(true);
    }
  });

  it('stands in docs/methodology.md with the very text behind "hoe berekend?" (node scripts/methodology.ts writes it)', () => {
    expect(page).toContain(methodologyMarkdown());
  });
});
