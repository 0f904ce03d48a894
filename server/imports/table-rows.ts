import { OBJECTIVE_INDICATORS } from '../../core/scenario/objective.ts';
import { KIND_DIMENSION, SOCIAL_KINDS } from '../../core/scenario/social-kinds.ts';
import { SWING_LEVEL_COLUMN, swingLevel } from '../sources/swing.ts';
import { cellText, createCodeMatcher, isKnownNonArea } from './codes.ts';
import { createColumnReader } from './columns.ts';
import { listCodes } from './parents.ts';
import { atRecord } from './progress.ts';
import type { Place, Report } from './report.ts';
import type { PlannedMap } from './table-plan.ts';
import type { ImportHooks, TableStep } from './types.ts';

/** A row that belongs to an area; its value cells are still as the file has them. */
export type TableRow = {
  number: number;
  code: string;
  year: number;
  /** '' is the whole. */
  category: string;
  /** Per map its column, and its denominator column or null. */
  cells: readonly { numerator: unknown; denominator: unknown }[];
};

/** Reads the rows of a table and finds the area, year and category of each. */
export async function readRows(
  step: TableStep,
  maps: readonly PlannedMap[],
  codes: readonly string[],
  report: Report,
  hooks: ImportHooks,
): Promise<TableRow[]> {
  const { file } = step;
  const columns = createColumnReader(file);
  const match = createCodeMatcher(codes);
  const rows: TableRow[] = [];
  const byKind = step.category?.name === KIND_DIMENSION && maps.some(map => OF_KINDS.has(map.indicator.id));
  /** Codes that are no area, and where each stands first. */
  const unknown = new Map<string, Place>();
  const skipped = { rows: 0, otherLevel: 0, nonArea: 0, inexact: 0 };
  let levelColumn: string | null | undefined;
  for await (const record of file.records()) {
    skipped.rows++;
    atRecord(hooks, `Reading ${file.name}`, skipped.rows);
    levelColumn ??=
      Object.keys(record.properties).find(name => name.toLowerCase() === SWING_LEVEL_COLUMN) ?? null;
    if (levelColumn !== null && swingLevel(String(record.properties[levelColumn] ?? '')) !== step.level) {
      skipped.otherLevel++;
      continue;
    }
    const given = cellText(columns.read(record, step.idColumn));
    const cells = maps.map(({ column, denominatorColumn }) => ({
      numerator: columns.read(record, column),
      denominator: denominatorColumn === null ? null : columns.read(record, denominatorColumn),
    }));
    const at = { unit: 'row', number: record.number, code: given } as const;
    if (given === null) {
      const blank = cells.every(
        ({ numerator, denominator }) => cellText(numerator) === null && cellText(denominator) === null,
      );
      if (!blank) report.add('error', 'missing-id', `has no ${step.idColumn}`, at);
      continue;
    }
    const found = match(given);
    if (found === null) {
      if (isKnownNonArea(given)) skipped.nonArea++;
      else if (!unknown.has(given)) unknown.set(given, at);
      continue;
    }
    if (!found.exact) skipped.inexact++;
    const year =
      step.yearColumn === undefined ? (step.year ?? null) : readYear(columns.read(record, step.yearColumn));
    if (year === null) {
      const value = columns.read(record, step.yearColumn as string);
      report.add('error', 'year', `"${value}" in ${step.yearColumn} is no year`, at, value);
      continue;
    }
    const label = step.category === undefined ? null : cellText(columns.read(record, step.category.column));
    if (label !== null && byKind && !isKind(label)) {
      const message = `"${label}" in ${step.category?.column} is no kind of social dwelling; write ${SOCIAL_KINDS.join(', ')}`;
      report.add('error', 'unknown-kind', message, at, label);
      continue;
    }
    const category = label === null ? '' : `${step.category?.name}=${label}`;
    rows.push({ number: record.number, code: found.code, year, category, cells });
  }
  columns.requireFound();
  reportUnknown(step, unknown, report);
  reportSkipped(step, skipped, report);
  if (rows.length === 0 && !report.refused())
    report.add('error', 'empty-file', `holds no row of an area of level ${step.level}`);
  return rows;
}

const OF_KINDS: ReadonlySet<string> = new Set(Object.values(OBJECTIVE_INDICATORS));

const isKind = (label: string): boolean => SOCIAL_KINDS.some(kind => kind === label);

/** The first four digits of `2023`, `2023-01-01` or a number, as a year from 1800 to 2199. */
function readYear(value: unknown): number | null {
  const digits = /^(1[89]\d\d|2[01]\d\d)(?!\d)/.exec(cellText(value) ?? '');
  return digits === null ? null : Number(digits[1]);
}

/** One code with its row, several as a list. */
function reportUnknown(step: TableStep, unknown: ReadonlyMap<string, Place>, report: Report): void {
  const [first, ...more] = unknown;
  if (first === undefined) return;
  const [code, at] = first;
  const codes = [...unknown.keys()];
  const message =
    more.length === 0
      ? `"${code}" in ${step.idColumn} is no area of level ${step.level}`
      : `${codes.length} codes in ${step.idColumn} are no area of level ${step.level}: ${listCodes(codes)}`;
  report.add('error', 'unknown-area', message, more.length === 0 ? at : null, code);
}

function reportSkipped(
  step: TableStep,
  skipped: { otherLevel: number; nonArea: number; inexact: number },
  report: Report,
): void {
  if (skipped.otherLevel > 0) {
    report.add(
      'warning',
      'other-level',
      `${skipped.otherLevel} rows of other levels are left out`,
      null,
      skipped.otherLevel,
    );
  }
  if (skipped.nonArea > 0) {
    const message = `${skipped.nonArea} rows for unknown locations or aggregates are left out`;
    report.add('warning', 'no-area', message, null, skipped.nonArea);
  }
  if (skipped.inexact > 0) {
    const message = `${skipped.inexact} codes in ${step.idColumn} are written differently from the areas' and were matched`;
    report.add('warning', 'inexact-code', message, null, skipped.inexact);
  }
}
