import { expect, test } from 'vitest';
import { nearestName } from '../../core/nearest-name.ts';

const KNOWN = ['release', 'region', 'level', 'vintage', 'indicator', 'year', 'q'];

test.each([
  ['lvl', 'level'],
  ['Level', 'level'],
  ['regoin', 'region'],
  ['indicators', 'indicator'],
  ['qq', 'q'],
])('%s was meant as %s', (typed, meant) => {
  expect(nearestName(typed, KNOWN)).toBe(meant);
});

test('what resembles nothing is left alone, however long', () => {
  expect(nearestName('colour', KNOWN)).toBeNull();
  expect(nearestName('x'.repeat(100_000), KNOWN)).toBeNull();
  expect(nearestName('level', [])).toBeNull();
});
