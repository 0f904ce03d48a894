import { Readable } from 'node:stream';
import { ProblemError } from '../../../core/problem.ts';
import { inThisThread } from '../../../server/computation/in-this-thread.ts';
import type { Desk } from '../../../server/releases/desk.ts';
import type { Exported } from '../../../server/writers/exported.ts';
import { withDatabase } from '../session.ts';
import { writeExport, writeWhole } from '../write.ts';
import type { AccessOptions } from './asked.ts';

type Answer = {
  /** As the API answers. */
  view: (desk: Desk) => Promise<object>;
  /** As the API exports. */
  file: (desk: Desk, format: string) => Promise<Exported>;
};

/** Writes an answer about a region: whole as JSON, or its rows as the API exports them. */
export async function writeTold(
  { format, out }: Pick<AccessOptions, 'format' | 'out'>,
  { view, file }: Answer,
): Promise<void> {
  const deskOf = (database: Desk['database']): Desk => ({ database, computation: inThisThread });
  if (format !== 'json')
    return writeExport(out === undefined ? {} : { out }, database => file(deskOf(database), format));
  await withDatabase(async database => {
    const text = `${JSON.stringify(await view(deskOf(database)), null, 2)}\n`;
    if (out === undefined) process.stdout.write(text);
    else await writeWhole(Readable.from([text]), out);
  });
}

/**
 * What a file has a row of.
 * @throws ProblemError `bad-parameter` for rows that the measure has not, or beside JSON, which has all of them
 */
export function rowsAsked<const Rows extends readonly string[]>(
  { rows, format }: Pick<AccessOptions, 'rows' | 'format'>,
  offered: Rows,
): Rows[number] {
  if (rows === undefined) return offered[0]!;
  if (format === 'json')
    throw new ProblemError('bad-parameter', 'JSON has all rows; leave --rows out, or choose --format csv.', {
      parameter: 'rows',
    });
  const found = offered.find(one => one === rows);
  if (found !== undefined) return found;
  throw new ProblemError(
    'bad-parameter',
    `"${rows.slice(0, 40)}" is nothing that has rows here; there are: ${offered.join(', ')}`,
    { parameter: 'rows' },
  );
}

/**
 * The one distance that a region is told for.
 * @throws ProblemError `bad-parameter` for several, or for an option that the measure does not ask for
 */
export function distanceAsked(
  options: AccessOptions,
  measure: string,
  leftOut: readonly (keyof AccessOptions)[],
): number | undefined {
  refuseOptions(options, measure, leftOut);
  const [withinM, ...others] = options.within ?? [];
  if (others.length > 0)
    throw new ProblemError('bad-parameter', 'A region is told for one distance at a time.', {});
  return withinM;
}

/** @throws ProblemError `bad-parameter` naming the first that is there */
export function refuseOptions(
  options: AccessOptions,
  measure: string,
  leftOut: readonly (keyof AccessOptions)[],
): void {
  for (const name of leftOut)
    if (options[name] !== undefined)
      throw new ProblemError('bad-parameter', `${measure} does not ask for ${name}; leave it out.`, {
        parameter: name,
      });
}

/** Only what was given, so that what was not keeps its default. */
export function given<Of extends object>(asked: Of): { [Key in keyof Of]?: Exclude<Of[Key], undefined> } {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Of]?: Exclude<Of[Key], undefined>;
  };
}
