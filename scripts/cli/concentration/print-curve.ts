import Papa from 'papaparse';
import { groupAtHalf, type LorenzCurve } from '../../../core/concentration/lorenz.ts';
import { ProblemError } from '../../../core/problem.ts';
import type { PrintFormat } from './print.ts';

/**
 * A Lorenz curve as a program, a spreadsheet or a person reads it: cumulative shares, a point for each area.
 * @throws ProblemError `undefined-index` where the group is nobody or everybody.
 */
export function printCurve(curve: LorenzCurve | null, format: PrintFormat): string {
  if (curve === null) {
    throw new ProblemError('undefined-index', 'There is no curve: no dwelling is social, or every one is');
  }
  const [others, social] = [[...curve.others], [...curve.group]];
  const socialAtHalf = groupAtHalf(curve);
  if (format === 'json') return JSON.stringify({ socialAtHalf, others, social }, null, 2);
  if (format === 'csv') {
    return Papa.unparse(
      others.map((share, i) => ({ others: share, social: social[i] })),
      { newline: '\n' },
    );
  }
  const line = (a: string, b: string): string => `${a.padStart(8)}  ${b.padStart(8)}`;
  return [
    `beside the first half of the other dwellings: ${(100 * socialAtHalf).toFixed(1)} % of the social dwellings`,
    '',
    line('others', 'social'),
    ...others.map((share, i) => line(share.toFixed(6), social[i]!.toFixed(6))),
  ].join('\n');
}
