import type { AreaRef } from '../../core/areas/types.ts';
import type { MeasuredAreas } from '../../core/concentration/areas.ts';
import { groundWithin } from '../../core/concentration/map.ts';
import { anyIndexById, needsMap } from '../../core/concentration/spatial-registry.ts';
import { ProblemError } from '../../core/problem.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { Database } from '../database/types.ts';
import { loadAreas } from './areas.ts';
import type { Desk } from './desk.ts';
import { loadGround } from './ground.ts';
import { evaluateDocument } from './scenario-evaluation.ts';
import { scopeOf } from './scope.ts';
import type { AreasItem, Release } from './types.ts';
import { findValueSource, type ValueQuestion, type ValueSource } from './value-sources.ts';
import { loadValues } from './values.ts';

export type AreasQuestion = ValueQuestion & {
  scope?: AreaRef | null | undefined;
  /** Codes of a selection; they must be areas of the level. With a scope too, both must hold. */
  areas?: readonly string[] | undefined;
};

/** Counts of areas of a release, and where they come from. */
export type Subject = {
  source: ValueSource;
  /** Without a ground: `onGround` brings it. */
  areas: MeasuredAreas;
  /** Area indices of the areas, ascending. */
  indices: Int32Array;
};

/** The source of a ratio's counts; ProblemError `bad-parameter` for an indicator without both, and as `findValueSource`. */
export function countsSource(release: Release, question: ValueQuestion): ValueSource {
  const source = findValueSource(release, question);
  const { indicator, item } = source;
  if (indicator.kind === 'ratio' && item.basis !== 'published_ratio') return source;
  const why =
    indicator.kind === 'ratio' ? 'was published as a ratio without its counts' : `is a ${indicator.kind}`;
  throw new ProblemError(
    'bad-parameter',
    `"${indicator.id}" of ${source.year} ${why}; an index compares a count with a total, as social_share has`,
    { parameter: 'indicator' },
  );
}

/**
 * The areas a question is about. @throws ProblemError as `countsSource` and `scopeOf`; `not-found` naming the codes
 * that are no areas of the level.
 */
export async function subjectOf(
  { database }: Desk,
  release: Release,
  question: AreasQuestion,
): Promise<Subject> {
  const source = countsSource(release, question);
  const columns = await loadValues(database, source);
  const { table } = await loadAreas(database, source.areas);
  const indices = await areasAsked(database, release, source.areas, question);
  return {
    source,
    indices,
    areas: {
      codes: Array.from(indices, index => table.codes[index]!),
      group: Float64Array.from(indices, index => columns.numerator[index]!),
      total: Float64Array.from(indices, index => columns.denominator[index]!),
      hectares: Float64Array.from(indices, index => table.areaHa[index]!),
      ground: null,
    },
  };
}

/** Indices of the areas of an item that are in the scope and in the selection, ascending; errors as in `subjectOf`. */
export async function areasAsked(
  database: Database,
  release: Release,
  item: AreasItem,
  { scope, areas }: Pick<AreasQuestion, 'scope' | 'areas'>,
): Promise<Int32Array> {
  const { table, indexOf } = await loadAreas(database, item);
  const inScope = await scopeOf(database, release, item, scope ?? null);
  return selected(inScope ?? Int32Array.from(table.codes.keys()), indexOf, areas);
}

/**
 * The areas of a scenario after its edits, in its own release. @throws ProblemError as `evaluateDocument` and `subjectOf`;
 * `not-found` naming the areas that edits name and the level lacks.
 */
export async function scenarioSubject(
  desk: Desk,
  document: ScenarioDocument,
  { areas: codes, clamp }: { areas?: readonly string[] | undefined; clamp?: boolean | undefined },
): Promise<Subject> {
  const { source, areas, evaluation } = await evaluateDocument(desk, document, { clamp });
  const { index, socialAfter, totalAfter } = evaluation.areas;
  const { unknownAreas } = evaluation;
  if (unknownAreas.length > 0) {
    throw new ProblemError(
      'not-found',
      `Edits of the scenario name ${unknownAreas.length} areas that are not of its level: ${unknownAreas.slice(0, 5).join(', ')}`,
      { areas: unknownAreas.slice(0, 5) },
    );
  }
  const position = new Map(Array.from(index, (area, k) => [area, k]));
  const indices = selected(index, areas.indexOf, codes);
  const after = (column: Float64Array) => Float64Array.from(indices, area => column[position.get(area)!]!);
  return {
    source,
    indices,
    areas: {
      codes: Array.from(indices, area => areas.table.codes[area]!),
      group: after(socialAfter),
      total: after(totalAfter),
      hectares: Float64Array.from(indices, area => areas.table.areaHa[area]!),
      ground: null,
    },
  };
}

/** Whether any of the indices looks at where areas lie; ProblemError `bad-parameter` for an unknown id. */
export function askForMap(ids: readonly string[]): boolean {
  return ids.map(anyIndexById).some(needsMap);
}

function selected(
  indices: Int32Array,
  indexOf: ReadonlyMap<string, number>,
  codes: readonly string[] | undefined,
): Int32Array {
  if (codes === undefined) return indices;
  const unknown = codes.filter(code => !indexOf.has(code));
  if (unknown.length > 0) {
    throw new ProblemError(
      'not-found',
      `${unknown.length} of the ${codes.length} areas are not of this level: ${unknown.slice(0, 5).join(', ')}`,
      { parameter: 'areas', areas: unknown.slice(0, 5) },
    );
  }
  const wanted = new Set(codes.map(code => indexOf.get(code)!));
  return indices.filter(index => wanted.has(index));
}

/** The same areas with their polygons measured; `metricEpsg` as in `loadGround`. */
export async function onGround(
  { database, computation }: Desk,
  subject: Subject,
  metricEpsg?: number,
): Promise<Subject> {
  const ground = await loadGround(database, computation, subject.source.areas, metricEpsg);
  return { ...subject, areas: { ...subject.areas, ground: groundWithin(ground, subject.indices) } };
}
