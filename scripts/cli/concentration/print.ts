import Papa from 'papaparse';
import type { MeasuredIndex, Measurement } from '../../../core/concentration/measure.ts';
import { anyIndexById } from '../../../core/concentration/spatial-registry.ts';

export type PrintFormat = 'json' | 'csv' | 'table';

/** A measurement as a program, a spreadsheet or a person reads it. */
export function printMeasurement(
  measured: Measurement,
  metricEpsg: number | null,
  format: PrintFormat,
): string {
  if (format === 'csv') return csv(measured);
  if (format === 'table') return table(measured);
  const { clamped, indices, ...counted } = measured;
  return JSON.stringify(
    {
      ...counted,
      ...(clamped.length > 0 ? { clamped } : {}),
      ...(metricEpsg === null ? {} : { metricEpsg }),
      indices,
    },
    null,
    2,
  );
}

function csv({ zones, dropped, social, total, indices }: Measurement): string {
  const rows = Object.entries(indices).map(([id, outcome]) => ({
    index: id,
    value: 'value' in outcome ? outcome.value : null,
    error_bound: 'errorBound' in outcome ? outcome.errorBound : null,
    expected: outcome.expected ?? null,
    corrected: outcome.corrected ?? null,
    low: outcome.interval?.low ?? null,
    high: outcome.interval?.high ?? null,
    p: outcome.p ?? null,
    undefined_reason: 'value' in outcome ? null : outcome.reason,
    ...{ zones, dropped, social, total },
  }));
  return Papa.unparse(rows, { newline: '\n' });
}

function table({ zones, dropped, clamped, social, total, indices }: Measurement): string {
  const rows = Object.entries(indices).map(([id, outcome]) => [id, ...cells(outcome), reading(id, outcome)]);
  const inferred = Object.values(indices).some(outcome => outcome.p !== undefined);
  const head = ['index', 'value', ...(inferred ? INFERRED : []), ''];
  const shown = [head, ...rows.map(row => (inferred ? row : [row[0]!, row[1]!, row.at(-1)!]))];
  const widths = head.map((_, column) => Math.max(...shown.map(row => row[column]!.length)));
  const last = head.length - 1;
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => {
        if (column === 0) return cell.padEnd(widths[0]!);
        return column === last ? cell : cell.padStart(widths[column]!);
      })
      .join('  ')
      .trimEnd();
  return [
    `${zones} zones (${dropped} without dwellings left out), ${social} social dwellings of ${total}`,
    ...(clamped.length > 0 ? [`lowered to the total: ${clamped.join(', ')}`] : []),
    '',
    ...shown.map(line),
  ].join('\n');
}

const INFERRED = ['expected', 'corrected', 'interval', 'p'];

function cells(outcome: MeasuredIndex): string[] {
  const short = (value: number | null | undefined): string =>
    value === null || value === undefined ? '' : value.toFixed(6);
  const { interval } = outcome;
  return [
    'value' in outcome ? short(outcome.value) : '–',
    short(outcome.expected),
    short(outcome.corrected),
    interval ? `${interval.low.toFixed(4)} to ${interval.high.toFixed(4)}` : '',
    outcome.p === undefined ? '' : String(Number(outcome.p.toFixed(4))),
  ];
}

function reading(id: string, outcome: MeasuredIndex): string {
  return 'value' in outcome ? anyIndexById(id).reading(outcome.value).en : outcome.reason;
}
