import { sql } from 'kysely';
import type { DatasetCounts } from '../../core/areas/indicator.ts';
import { ProblemError } from '../../core/problem.ts';
import type { DatasetSource } from '../releases/types.ts';
import { type Cell, type CellReader, createCellReader, inferDecimal } from './cells.ts';
import { compareCodes, datasetHash } from './hash.ts';
import { isProblem, type Observation, observe, sumObservations } from './observations.ts';
import { listCodes } from './parents.ts';
import { createReport, type Place, type Report, refuseOnErrors } from './report.ts';
import { findAreas, NO_DIMENSIONS, type PreparedDataset, type RunContext, readCodes } from './run-context.ts';
import { type PlannedMap, planTable } from './table-plan.ts';
import { readRows, type TableRow } from './table-rows.ts';
import type { TableStep } from './types.ts';

const ROWS_PER_INSERT = 5000;

/** Observations of one indicator and year: by code, then by category ('' is the whole). */
type Series = Map<string, Map<string, Observation>>;
type CodedObservation = Observation & { code: string; category: string };

/** Reads and checks a table, and prepares one dataset for every indicator and year in it. */
export async function importTable(context: RunContext, step: TableStep): Promise<void> {
  const maps = planTable(step);
  const areas = findAreas(context, step.level, step.vintage);
  if (areas === null) {
    const edition = step.vintage === undefined ? '' : ` of vintage ${step.vintage}`;
    throw new ProblemError(
      'import-refused',
      `region ${context.region} has no areas of level ${step.level}${edition}: import their polygons first`,
    );
  }
  const codes = await readCodes(context, areas);
  const report = createReport(step.file.name);
  const rows = await readRows(step, maps, codes, report, context.hooks);
  const series = maps.map((map, index) => ({ map, years: readSeries(step, map, index, rows, report) }));
  refuseOnErrors(report.findings());

  const datasets: Omit<PreparedDataset, 'report'>[] = [];
  for (const { map, years } of series) {
    for (const [year, observed] of [...years].sort(([a], [b]) => a - b)) {
      addWholes(map, observed);
      const itemKey = `values/${map.indicator.id}/${step.level}/${areas.vintage}/${year}`;
      reportGaps(itemKey, observed, codes.length, report);
      datasets.push(prepareValues(context, step, map, areas.vintage, year, itemKey, observed));
    }
  }
  // One file, one report: every dataset made from it carries the same.
  const findings = report.findings();
  context.prepared.push(...datasets.map(dataset => ({ ...dataset, report: findings })));
}

function readSeries(
  step: TableStep,
  map: PlannedMap,
  index: number,
  rows: readonly TableRow[],
  report: Report,
): Map<number, Series> {
  const readerOf = (part: 'numerator' | 'denominator') =>
    createCellReader(
      step.missing ?? [],
      step.decimal ?? inferDecimal(rows.map(row => row.cells[index]?.[part])),
    );
  const readNumerator = readerOf('numerator');
  const readDenominator = readerOf('denominator');
  const years = new Map<number, Series>();
  const odd: Oddities = { above: [], fractions: [] };
  for (const row of rows) {
    const at: Place = { unit: 'row', number: row.number, code: row.code };
    const cells = row.cells[index];
    const numerator = readCell(readNumerator, cells?.numerator, map.column, at, report);
    const denominator =
      map.denominatorColumn === null
        ? null
        : readCell(readDenominator, cells?.denominator, map.denominatorColumn, at, report);
    if (numerator === undefined || denominator === undefined) continue;
    const observed = observe(map, numerator, denominator, step.percent ?? false);
    if (isProblem(observed)) {
      report.add('error', observed.check, observed.message, at, observed.value);
      continue;
    }
    noteOddity(map, observed, row.code, odd);
    const series = years.get(row.year) ?? new Map<string, Map<string, Observation>>();
    years.set(row.year, series);
    const categories = series.get(row.code) ?? new Map<string, Observation>();
    series.set(row.code, categories);
    const earlier = categories.get(row.category);
    if (earlier !== undefined && step.repeats !== 'sum') {
      const what = row.category === '' ? row.code : `${row.code}, ${row.category},`;
      report.add(
        'error',
        'duplicate-id',
        `${what} comes twice for ${row.year}; sum its rows with --sum-repeats if that is meant`,
        at,
        row.code,
      );
      continue;
    }
    categories.set(row.category, earlier === undefined ? observed : sumObservations([earlier, observed]));
  }
  reportOddities(map, odd, report);
  return years;
}

/** What is accepted and yet worth a look: codes of areas whose counts are odd. */
type Oddities = { above: string[]; fractions: string[] };

function noteOddity(
  map: PlannedMap,
  { numerator, denominator }: Observation,
  code: string,
  odd: Oddities,
): void {
  if (numerator !== null && denominator !== null && numerator > denominator) odd.above.push(code);
  const whole = (part: number | null): boolean => part === null || Number.isInteger(part);
  if (map.basis !== 'published_ratio' && !(whole(numerator) && whole(denominator))) odd.fractions.push(code);
}

function reportOddities(map: PlannedMap, { above, fractions }: Oddities, report: Report): void {
  if (above.length > 0) {
    const message = `${map.column} is more than ${map.denominatorColumn} in ${above.length} areas: ${listCodes(above)}; indices of concentration will refuse them`;
    report.add('warning', 'numerator-above-denominator', message, null, above[0]);
  }
  if (fractions.length > 0) {
    const message = `${map.column} has fractions in ${fractions.length} areas: ${listCodes(fractions)}; check the sign before decimals if these are counts`;
    report.add('warning', 'fraction', message, null, fractions[0]);
  }
}

/** A cell that is a number or not there; undefined, with a finding, for anything else. */
function readCell(
  read: CellReader,
  value: unknown,
  column: string,
  at: Place,
  report: Report,
): Exclude<Cell, { status: 'problem' }> | undefined {
  const cell = read(value);
  if (cell.status !== 'problem') return cell;
  report.add('error', cell.check, `column ${column}: ${cell.message}`, at, value);
  return undefined;
}

/** Adds the whole of an area as the sum of its categories where the file has no row for it. */
function addWholes(map: PlannedMap, series: Series): void {
  if (map.basis === 'published_ratio') return;
  for (const categories of series.values()) {
    if (!categories.has('')) categories.set('', sumObservations([...categories.values()]));
  }
}

function reportGaps(itemKey: string, series: Series, areaCount: number, report: Report): void {
  const absent = areaCount - series.size;
  if (absent > 0)
    report.add(
      'warning',
      'no-row',
      `${absent} of ${areaCount} areas have no row in ${itemKey}`,
      null,
      absent,
    );
  const counts = new Map<string, number>();
  for (const categories of series.values()) {
    const status = categories.get('')?.status ?? 'missing';
    if (status !== 'ok') counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  for (const [status, count] of counts) {
    report.add(
      'warning',
      'no-value',
      `${count} of ${areaCount} areas are ${status} in ${itemKey}`,
      null,
      count,
    );
  }
}

/** Indicators that count births of several years. */
const OF_BIRTHS: ReadonlySet<string> = new Set(['child_poverty']);

/** The source of one indicator and year, with what it counts there. */
function sourceOf({ source, denominator, births }: TableStep, map: PlannedMap, year: number): DatasetSource {
  const counts: DatasetCounts = {
    ...(denominator !== undefined && map.denominatorColumn !== undefined ? { denominator } : {}),
    ...(births !== undefined && OF_BIRTHS.has(map.indicator.id)
      ? { birthYears: [year + births[0], year + births[1]] }
      : {}),
  };
  return Object.keys(counts).length === 0 ? source : { ...source, counts };
}

function prepareValues(
  context: RunContext,
  step: TableStep,
  map: PlannedMap,
  vintage: number,
  year: number,
  itemKey: string,
  series: Series,
): Omit<PreparedDataset, 'report'> {
  const source = sourceOf(step, map, year);
  const rows: CodedObservation[] = [...series]
    .sort(([a], [b]) => compareCodes(a, b))
    .flatMap(([code, categories]) =>
      [...categories]
        .sort(([a], [b]) => compareCodes(a, b))
        .map(([category, observation]) => ({ code, category, ...observation })),
    );
  const content = rows.flatMap(({ code, category, numerator, denominator, value, status }) => [
    code,
    category,
    numerator,
    denominator,
    value,
    status,
  ]);
  return {
    ...NO_DIMENSIONS,
    kind: 'values',
    itemKey,
    level: step.level,
    vintage,
    indicator: map.indicator.id,
    year,
    basis: map.basis,
    hash: datasetHash(context.region, itemKey, source, [map.basis, ...content]),
    rowCount: rows.length,
    source,
    staged: null,
    async write(trx, region, version) {
      let written = 0;
      for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
        const part = rows.slice(start, start + ROWS_PER_INSERT);
        const inserted = await sql`
          insert into observations (region, version, code, category, numerator, denominator, value, status)
          select ${region}, ${version}::int, code, category, numerator, denominator, value, status
          from unnest(
            ${part.map(row => row.code)}::text[], ${part.map(row => row.category)}::text[],
            ${part.map(row => row.numerator)}::float8[], ${part.map(row => row.denominator)}::float8[],
            ${part.map(row => row.value)}::float8[], ${part.map(row => row.status)}::text[]
          ) as t(code, category, numerator, denominator, value, status)`.execute(trx);
        written += Number(inserted.numAffectedRows);
      }
      return written;
    },
  };
}
