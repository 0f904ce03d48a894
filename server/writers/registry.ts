import { ProblemError } from '../../core/problem.ts';
import { csvWriter } from './csv.ts';
import { geojsonWriter } from './geojson.ts';
import type { Writer } from './types.ts';
import { xlsxWriter } from './xlsx.ts';

/** Every format of export; a new one is one more file and one more line here. */
export const writers: readonly Writer[] = [geojsonWriter, csvWriter, xlsxWriter];

/** Ids of the formats, for schemas and `--format`. */
export const EXPORT_FORMATS: readonly string[] = writers.map(writer => writer.id);

/** @throws ProblemError `bad-parameter` listing the formats. */
export function writerById(id: string): Writer {
  const writer = writers.find(candidate => candidate.id === id);
  if (writer !== undefined) return writer;
  throw new ProblemError(
    'bad-parameter',
    `There is no format "${id.slice(0, 40)}"; there are: ${EXPORT_FORMATS.join(', ')}`,
    {
      parameter: 'format',
    },
  );
}
