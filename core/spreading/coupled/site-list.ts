import { ProblemError } from '../../problem.ts';
import type { SiteAsk } from './ask.ts';

/** Most building sites in one list. */
export const MAX_SITES = 20_000;

/** Columns of a table of building sites: the first two name the site and its area, the others may be left out or blank. */
export const SITE_COLUMNS = ['site', 'area', 'most', 'least', 'cost', 'project_cost', 'from'] as const;
type SiteColumn = (typeof SITE_COLUMNS)[number];

/** A site as a list has it; the area is null where the list names none and another one knows where it lies. */
export type ListedSite = Omit<SiteAsk, 'area'> & { area: string | null };

/** How each number is called in the ask, and whether it counts dwellings or years. */
const NUMBERS = {
  most: { name: 'most', whole: true },
  least: { name: 'least', whole: true },
  from: { name: 'from', whole: true },
  cost: { name: 'eurosPerDwelling', whole: false },
  project_cost: { name: 'eurosPerProject', whole: false },
} as const satisfies Partial<Record<SiteColumn, { name: keyof SiteAsk; whole: boolean }>>;

/**
 * Building sites from rows of a table or properties of features, whose numbers are numbers or their text.
 * @throws ProblemError `bad-input` naming the row and the value; `too-large` for more than 20,000.
 */
export function sitesFromRows(rows: readonly Readonly<Record<string, unknown>>[]): ListedSite[] {
  if (rows.length === 0) throw new ProblemError('bad-input', 'The list has no building sites.');
  if (rows.length > MAX_SITES)
    throw new ProblemError('too-large', `The list has ${rows.length} sites and ${MAX_SITES} is the most.`);
  const seen = new Set<string>();
  return rows.map((row, at) => {
    const place = `row ${at + 1}`;
    const code = textOf(row.site);
    if (code === '')
      throw new ProblemError('bad-input', `${place} has no site; give it a code.`, { row: at + 1 });
    if (seen.has(code))
      throw new ProblemError('bad-input', `${place}: site ${code} stands there twice.`, { row: at + 1 });
    seen.add(code);
    const area = textOf(row.area);
    const numbers = Object.entries(NUMBERS).flatMap(([column, { name, whole }]) => {
      const given = row[column];
      if (textOf(given) === '') return [];
      const value = typeof given === 'number' ? given : numberIn(textOf(given));
      const fits = whole ? Number.isInteger(value) : Number.isFinite(value);
      if (fits && value >= 0) return [[name, value]];
      throw new ProblemError(
        'bad-input',
        `${place}, ${column}: "${textOf(given)}" is no ${whole ? 'whole number' : 'number'} from 0 up.`,
        { row: at + 1, column },
      );
    });
    return { code, area: area === '' ? null : area, ...Object.fromEntries(numbers) };
  });
}

const textOf = (cell: unknown): string =>
  cell === null || cell === undefined || Number.isNaN(cell) ? '' : String(cell).trim();

/** A plain number with a point or a comma before its decimals; NaN for any other text. */
const numberIn = (text: string): number =>
  /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
