import { describe, expect, it } from 'vitest';
import { parseWeightsChoice } from '../../core/areas/weights-choice.ts';
import {
  collectList,
  parseEpsg,
  parseIntervalLevel,
  parseNotNegative,
  parsePoint,
  parsePositive,
  parseWhole,
  parseYear,
} from '../../scripts/cli/options.ts';

const numbers: [string, (text: string) => unknown, string[]][] = [
  ['a point', parsePoint, [',', '1,', ',1', '1', '1,2,3', 'a,b', '0x1,1']],
  ['a number above 0', parsePositive, ['0', '-1', '0x10', '1e', 'Infinity', '1,5']],
  ['a number from 0 up', parseNotNegative, ['-0.1', 'NaN']],
  ['a whole number', parseWhole, ['1.5', '-1', '4294967296', '1e3']],
  ['a level of an interval', parseIntervalLevel, ['0', '1', '95']],
  ['an EPSG code', parseEpsg, ['EPSG:', '1']],
  ['a year', parseYear, ['23', '2023.0']],
  ['a list', collectList, [',', 'gini,', ',gini', 'gini,,delta']],
  ['weights', parseWeightsChoice, ['knn:', 'distance:', 'knn:0', 'distance:0', 'knn:1.5', 'knn', 'bishop']],
];

describe('an option', () => {
  it.each(numbers)('that is %s refuses what is none, and nothing, by its value', (_name, parse, wrong) => {
    for (const text of ['', ' ', ...wrong]) expect(() => parse(text), text).toThrow(`"${text}"`);
  });

  it('is read as a person writes it', () => {
    expect(parsePoint('152000.5, -3')).toEqual({ x: 152000.5, y: -3 });
    expect(parseWhole('4294967295')).toBe(4_294_967_295);
    expect(parseNotNegative('0')).toBe(0);
    expect(parseEpsg('epsg:31370')).toBe(31_370);
    expect(collectList('gini, delta', ['hutchens'])).toEqual(['hutchens', 'gini', 'delta']);
    expect(parseWeightsChoice('distance:0.5')).toEqual({ kind: 'distance', distanceM: 0.5 });
  });
});
