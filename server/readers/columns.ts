import { ProblemError } from '../../core/problem.ts';

const DBF_NAME_LENGTH = 10;

/**
 * The name the file itself uses for a column: exact, else whatever the case, accents and surrounding blanks, else as a
 * DBF cut it to ten characters (`CNIS_PROVI` for `CNIS_PROVI_2025`).
 * @throws ProblemError bad-input when none or several fit; the message lists the columns there are
 */
export function column(fields: readonly string[], wanted: string, fileName?: string): string {
  if (fields.includes(wanted)) return wanted;
  const sought = fold(wanted);
  const same = fields.filter(field => fold(field) === sought);
  if (same.length === 1) return same[0]!;
  const cut = sought.length > DBF_NAME_LENGTH ? sought.slice(0, DBF_NAME_LENGTH) : null;
  const truncated = same.length === 0 && cut !== null ? fields.filter(field => fold(field) === cut) : [];
  if (truncated.length === 1) return truncated[0]!;
  const start = fileName === undefined ? '' : `${fileName}: `;
  const several =
    same.length > 1 ? `several columns fit ${JSON.stringify(wanted)}` : `no column ${JSON.stringify(wanted)}`;
  const known =
    fields.length === 0
      ? 'the file has no columns'
      : `there are ${fields.map(field => field.replaceAll(/\s+/g, ' ')).join(', ')}`;
  throw new ProblemError('bad-input', `${start}${several}; ${known}`, { column: wanted, columns: fields });
}

/**
 * The names of a header row: trimmed; a nameless column is called by its position (`column 3`).
 * @throws ProblemError bad-input on a name that comes twice
 */
export function headerNames(cells: readonly unknown[], fileName: string): string[] {
  const names = cells.map((cell, index) => String(cell ?? '').trim() || `column ${index + 1}`);
  const seen = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const first = seen.get(name);
    // `__proto__` as a property would change the record itself instead of naming a value.
    if (first !== undefined || name === '__proto__') {
      const sentence =
        first === undefined
          ? `column ${index + 1} cannot be called ${name}`
          : `columns ${first + 1} and ${index + 1} are both called ${JSON.stringify(name)}; rename one`;
      throw new ProblemError('bad-input', `${fileName}: ${sentence}`, { column: name });
    }
    seen.set(name, index);
  }
  return names;
}

function fold(name: string): string {
  return name.trim().toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
}
