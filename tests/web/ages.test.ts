import { describe, expect, it } from 'vitest';
import { agesIn } from '../../web/layers/ages.ts';

describe('The ages of a number of children', () => {
  it('are told as one where they follow each other, whatever their order in the table', () => {
    expect(agesIn(['age=0-2', 'age=12-17', 'age=3-5', 'age=6-11'])).toBe('0–17');
  });

  it('show a gap, and a single year', () => {
    expect(agesIn(['age=6-11', 'age=0-2', 'age=3-3', 'age=17-17'])).toBe('0–3, 6–11, 17');
  });

  it('are not told where the table has none', () => {
    expect(agesIn([])).toBe('');
    expect(agesIn(['tenure=social', 'age=young'])).toBe('');
  });
});
