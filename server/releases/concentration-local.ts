import type { PreparedCounts } from '../../core/concentration/counts.ts';
import type { LocalColumns, LocalOptions } from '../../core/concentration/local/columns.ts';
import {
  type ConcentrationRule,
  concentrationAreas,
  UNKNOWN_CONCENTRATION,
} from '../../core/concentration/local/concentration-areas.ts';
import { valuesBeside } from './beside.ts';
import { type MeasuringQuestion, viewpointOf } from './concentration.ts';
import type { Desk } from './desk.ts';
import { onGround, type Subject } from './measured-areas.ts';
import type { Release } from './types.ts';

export type LocalQuestion = LocalOptions & {
  measuring: Pick<MeasuringQuestion, 'clamp' | 'weights' | 'metricEpsg'>;
  /** Marks the areas that pass both thresholds; null for none. */
  rule: ConcentrationRule | null;
};

export type LocalAnswer = LocalColumns & {
  counted: Omit<PreparedCounts, 'counts'>;
  metricEpsg: number;
  /** Year of the child-poverty index in the rule; null without one. */
  povertyYear: number | null;
};

/** Local values of every area of a subject; errors as in `localOfAreas` and `concentrationAreas`. */
export async function measureLocal(
  desk: Desk,
  release: Release,
  subject: Subject,
  { measuring, rule, ...options }: LocalQuestion,
): Promise<LocalAnswer> {
  const { areas } = await onGround(desk, subject, measuring.metricEpsg);
  const { metricEpsg } = areas.ground!;
  const local = await desk.computation.run(
    'local',
    [areas, viewpointOf(measuring, metricEpsg), { ...options, clamp: measuring.clamp ?? false }],
    { signal: desk.signal, long: true },
  );
  if (rule === null) return { ...local, metricEpsg, povertyYear: null };
  const { source, indices } = subject;
  const beside = await valuesBeside(desk.database, release, source.areas, 'child_poverty', source.year);
  const marked = concentrationAreas(
    { group: Float64Array.from(areas.group), total: Float64Array.from(areas.total) },
    Float64Array.from(indices, index => beside.at(index) ?? Number.NaN),
    rule,
  );
  const column = Float64Array.from(marked, each => (each === UNKNOWN_CONCENTRATION ? Number.NaN : each));
  return {
    ...local,
    columns: { ...local.columns, concentration_area: column },
    metricEpsg,
    povertyYear: beside.year,
  };
}
