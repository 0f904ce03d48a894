import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberProblem, parseNumber } from '../../../server/readers/number.ts';

describe('a cell as a number', () => {
  it.each([
    ['1234.5', 1234.5],
    ['1234,5', 1234.5],
    ['1 234,5', 1234.5],
    ['1\u00a0234,5', 1234.5],
    ['1\u202f234\u202f567', 1234567],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234.567', 1234567],
    ['1,234,567', 1234567],
    ['1.234.567,89', 1234567.89],
    ['1.234', 1.234],
    ['0,125', 0.125],
    ['1234,567', 1234.567],
    ['-3', -3],
    ['\u22123,5', -3.5],
    ['+3', 3],
    ['-0', 0],
    ['1e5', 100000],
    [' 12 ', 12],
    ['007', 7],
    ['.5', 0.5],
    [12.5, 12.5],
  ])('%j is %s', (cell, number) => {
    expect(parseNumber(cell)).toBe(number);
  });

  it.each(['', '  ', null, undefined])('%j is blank', cell => {
    expect(parseNumber(cell)).toBeNull();
  });

  it.each(['1,234', '-12,345', '999,999'])('%j is ambiguous', cell => {
    expect(parseNumber(cell)).toBeNaN();
    expect(numberProblem(cell)).toBe(
      `"${cell}" is ambiguous: a decimal comma or a thousands separator; write it with a decimal point or without a separator`,
    );
  });

  it('is no longer ambiguous when the decimal sign of the column is known', () => {
    expect([parseNumber('1,234', ','), parseNumber('1,234', '.')]).toEqual([1.234, 1234]);
    expect([parseNumber('1.234', ','), parseNumber('1.234', '.')]).toEqual([1234, 1.234]);
    expect(parseNumber('1234,5', '.')).toBeNaN();
    expect(parseNumber('1234.5', ',')).toBe(1234.5);
  });

  it.each([
    'veel',
    '12%',
    '5 km',
    'n/a',
    '0x10',
    'Infinity',
    'NaN',
    '1.2.3',
    '1,2,3',
    '12 34',
    '1 2345',
    '--1',
    '1,',
    'C',
    '*',
    '.',
    true,
    {},
    Number.NaN,
  ])('%j is not a number', cell => {
    expect(parseNumber(cell)).toBeNaN();
    expect(numberProblem(cell)).toMatch(/ is not a number$/);
  });

  it('reads back every number as JavaScript writes it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), number => {
        expect(parseNumber(String(number))).toBe(number === 0 ? 0 : number);
      }),
    );
  });
});
