import type { AreaLevel, AreaRef } from '../../core/areas/types.ts';

export type ExportLayer = 'areas' | 'facilities';
export type ExportFormat = 'geojson' | 'csv' | 'xlsx';

/** The formats of a download, as the buttons name them. */
export const EXPORT_FORMATS: readonly { id: ExportFormat; title: string }[] = [
  { id: 'geojson', title: 'GeoJSON' },
  { id: 'csv', title: 'CSV' },
  { id: 'xlsx', title: 'XLSX' },
];

/** Areas that one address can name (docs/api.md). */
export const MOST_AREAS_NAMED = 500;

/** What an export holds; the same choice makes the address, the command and the file name. */
export type ExportChoice = {
  layer: ExportLayer;
  region: string;
  release: string;
  level: AreaLevel;
  indicators: readonly string[];
  year: number | null;
  scope: AreaRef | null;
  /** Codes of a selection, in the place of a scope. */
  areas?: readonly string[];
  functions?: readonly string[];
  format: ExportFormat;
};

const scopeText = (scope: AreaRef) => `${scope.level}:${scope.code}`;
/** Quotes what a shell would take apart. */
export const quoted = (text: string) =>
  /^[\w:.,@%+=/-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** The address of an export, as docs/api.md says. */
export function exportAddress(choice: ExportChoice): string {
  const query = new URLSearchParams({ release: choice.release, region: choice.region });
  if (choice.layer === 'areas') {
    query.set('level', choice.level);
    query.set('indicators', choice.indicators.join(','));
    if (choice.year !== null) query.set('year', String(choice.year));
    for (const code of choice.areas ?? []) query.append('area', code);
  } else {
    for (const one of choice.functions ?? []) query.append('function', one);
  }
  if (choice.scope !== null) query.set('scope', scopeText(choice.scope));
  return `/api/v1/exports/${choice.layer}.${choice.format}?${query}`;
}

/** The command that writes the same file. */
export function exportCommand(choice: ExportChoice): string {
  const parts = ['npm run -s cli -- export', choice.layer, `--region ${choice.region}`];
  if (choice.layer === 'areas') {
    parts.push(`--level ${choice.level}`, `--indicators ${choice.indicators.join(',')}`);
    if (choice.year !== null) parts.push(`--year ${choice.year}`);
    if (choice.areas !== undefined) parts.push(`--areas ${quoted(choice.areas.join(','))}`);
  } else if (choice.functions !== undefined && choice.functions.length > 0) {
    parts.push(`--function ${choice.functions.join(',')}`);
  }
  if (choice.scope !== null) parts.push(`--scope ${quoted(scopeText(choice.scope))}`);
  parts.push(`--release ${choice.release}`, `--format ${choice.format}`);
  return parts.join(' ');
}
