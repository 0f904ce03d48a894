import { agesFault, isAttribute, readAttribute } from '../../core/facilities/attributes.ts';
import { ProblemError } from '../../core/problem.ts';
import { parseNumber } from '../readers/number.ts';
import type { FileRecord } from '../readers/types.ts';
import { cellText } from './codes.ts';
import type { ColumnReader } from './columns.ts';
import { createFunctionReader } from './facility-functions.ts';
import { listCodes } from './parents.ts';
import type { Place, Report } from './report.ts';
import type { Located } from './stage-features.ts';
import type { FacilityMap } from './types.ts';

/** A place as it is staged; `attributes` and `geometry` are JSON text. */
export type StagedFacility = {
  number: number;
  key: string;
  name: string | null;
  functions: string[];
  attributes: string;
  /** Surface as the file tells it; that of a polygon is measured instead. */
  areaM2: number | null;
  /** JSON text. */
  origin: string | null;
  geometry: string;
};

/** What every facility has of its own in the answers of the API; an attribute of that name would be lost. */
const OWN_PROPERTIES = ['name', 'functions', 'source', 'areaM2', 'corrected'];

function refuseOwnProperties(map: FacilityMap): void {
  const taken = Object.keys(map.attributes ?? {}).find(attribute => OWN_PROPERTIES.includes(attribute));
  if (taken === undefined) return;
  throw new ProblemError(
    'bad-parameter',
    `An attribute cannot be called "${taken}", because every facility has that already; give it another name`,
    { attribute: taken },
  );
}

/** Names, functions, attributes and surfaces; a place that is for nothing we know is left out or refused. */
export function describeFacilities(
  located: readonly Located[],
  keys: readonly (string | null)[],
  map: FacilityMap,
  columns: ColumnReader,
  report: Report,
): StagedFacility[] {
  refuseOwnProperties(map);
  const readFunctions = createFunctionReader(map.words ?? {});
  const unknownWords = new Set<string>();
  const facilities: StagedFacility[] = [];
  let forNothing = 0;
  located.forEach(({ record, geometry }, index) => {
    const key = keys[index] ?? null;
    if (key === null) return;
    const at: Place = { unit: 'feature', number: record.number, code: key };
    const cell = map.functions === undefined ? null : cellText(columns.read(record, map.functions));
    const read = readFunctions(cell);
    for (const word of read.unknown) unknownWords.add(word);
    const functions = read.known ? read.functions : [...(map.defaultFunctions ?? [])];
    if (functions.length === 0) {
      if (read.known) forNothing++;
      else
        report.add(
          'error',
          'no-function',
          `"${cell ?? ''}" in ${map.functions} is no known function; give one for such places with --function`,
          at,
          cell,
        );
      return;
    }
    const attributes = readAttributes(record, map, columns, report, at);
    const name = map.name === undefined ? null : cellText(columns.read(record, map.name));
    facilities.push({
      number: record.number,
      key,
      name,
      functions,
      attributes: JSON.stringify(attributes),
      areaM2: readArea(record, map, columns, report, at),
      origin: map.origin === undefined ? null : JSON.stringify(columns.read(record, map.origin)),
      geometry,
    });
  });
  if (unknownWords.size > 0) {
    const words = [...unknownWords].sort();
    report.add(
      'warning',
      'unknown-function',
      `${words.length} words are no known function: ${listCodes(words)}`,
      null,
      words[0],
    );
  }
  if (forNothing > 0) {
    report.add(
      'warning',
      'no-function',
      `${forNothing} places are for none of the functions shown here and are left out`,
      null,
      forNothing,
    );
  }
  return facilities;
}

/**
 * What the record tells of the place. A value that cannot be so is left out with a warning, because the place is there
 * all the same; one that the product does not know is passed on as it is.
 */
function readAttributes(
  record: FileRecord,
  map: FacilityMap,
  columns: ColumnReader,
  report: Report,
  at: Place,
): Record<string, unknown> {
  const attributes: Record<string, unknown> = {};
  for (const [attribute, column] of Object.entries(map.attributes ?? {})) {
    const value = columns.read(record, column);
    if (value === null || value === '') continue;
    if (!isAttribute(attribute)) {
      attributes[attribute] = value;
      continue;
    }
    const read = readAttribute(attribute, value);
    if ('fault' in read)
      report.add('warning', 'attribute', `${attribute} ${read.fault}; it is left out`, at, value);
    else if (read.value !== null) attributes[attribute] = read.value;
  }
  const fault = agesFault(attributes);
  if (fault !== null) {
    const ages = `${attributes.minAge}-${attributes.maxAge}`;
    report.add('warning', 'ages-reversed', `${fault}; both ages are left out`, at, ages);
    delete attributes.minAge;
    delete attributes.maxAge;
  }
  return attributes;
}

/** A surface in m²; null, with a warning, for one that is not above 0. */
function readArea(
  record: FileRecord,
  map: FacilityMap,
  columns: ColumnReader,
  report: Report,
  at: Place,
): number | null {
  if (map.area === undefined) return null;
  const value = columns.read(record, map.area);
  const areaM2 = parseNumber(value);
  if (areaM2 === null || areaM2 > 0) return areaM2;
  report.add(
    'warning',
    'area',
    `its surface is "${String(value).slice(0, 60)}" m², which is not above 0; it is taken as not known`,
    at,
    value,
  );
  return null;
}
