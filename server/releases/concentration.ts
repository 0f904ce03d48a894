import { projectionOf } from '../../core/areas/projection.ts';
import type { WeightsChoice } from '../../core/areas/weights-choice.ts';
import type { Viewpoint } from '../../core/concentration/areas.ts';
import type { InferenceOptions } from '../../core/concentration/inference/infer.ts';
import type { Measurement } from '../../core/concentration/measure.ts';
import type { Kernel } from '../../core/concentration/pairs.ts';
import { DEFAULT_ENVIRONMENT } from '../../core/concentration/space.ts';
import { ProblemError } from '../../core/problem.ts';
import type { Desk } from './desk.ts';
import { askForMap, onGround, type Subject } from './measured-areas.ts';

/** How areas are measured; everything has a default. */
export type MeasuringQuestion = {
  /** Ids; those of counts alone where not said, and with `all` every one that can be computed. */
  indices?: readonly string[] | 'all' | undefined;
  /** Lower a group above its total to the total instead of refusing it. */
  clamp?: boolean | undefined;
  weights?: WeightsChoice | undefined;
  /** EPSG code to measure in; the UTM zone of the level's middle where not said. */
  metricEpsg?: number | undefined;
  radiusKm?: number | undefined;
  decayPerKm?: number | undefined;
  kernel?: Kernel | undefined;
  cutoffKm?: number | undefined;
  centre?: { lon: number; lat: number } | undefined;
  /** Dwellings per hectare from which an area is city part. */
  cityDensity?: number | undefined;
  inference?: InferenceOptions | null | undefined;
};

export type MeasuredConcentration = Measurement & {
  /** Null where no index looked at the map. */
  metricEpsg: number | null;
};

/**
 * How unevenly the group of a subject lies over its areas, compared with the rest of its total.
 * @throws ProblemError `undefined-index` naming the areas whose counts are missing or suppressed or whose group is
 * above the total; `bad-parameter` for what cannot be measured; and as `loadGround`.
 */
export async function measureConcentration(
  desk: Desk,
  subject: Subject,
  question: MeasuringQuestion,
): Promise<MeasuredConcentration> {
  const { indices = 'counts' } = question;
  const wantsMap = indices === 'all' || (indices !== 'counts' && askForMap(indices));
  const { areas } = wantsMap ? await onGround(desk, subject, question.metricEpsg) : subject;
  const metricEpsg = areas.ground?.metricEpsg ?? null;
  const measured = await desk.computation.run(
    'measure',
    [
      areas,
      viewpointOf(question, metricEpsg),
      {
        ...(indices === 'all' ? {} : { indices }),
        clamp: question.clamp ?? false,
        inference: question.inference ?? null,
      },
    ],
    { signal: desk.signal, long: question.inference != null },
  );
  return { ...measured, metricEpsg };
}

/** The viewpoint of a question; a centre in degrees is projected to where the areas were measured. */
export function viewpointOf(question: MeasuringQuestion, metricEpsg: number | null): Viewpoint {
  const { weights, radiusKm, decayPerKm, kernel, cutoffKm, centre, cityDensity } = question;
  return {
    weights: weights ?? { kind: 'queen' },
    environment: {
      radiusKm: radiusKm ?? DEFAULT_ENVIRONMENT.radiusKm,
      decayPerKm: decayPerKm ?? DEFAULT_ENVIRONMENT.decayPerKm,
      kernel,
    },
    cutoffKm: cutoffKm ?? null,
    centre: centre === undefined || metricEpsg === null ? null : projected(centre, metricEpsg),
    cityDensity: cityDensity ?? null,
  };
}

function projected({ lon, lat }: { lon: number; lat: number }, epsg: number): { x: number; y: number } {
  const [x, y] = projectionOf(epsg).forward(lon, lat);
  if (Number.isFinite(x) && Number.isFinite(y)) return { x, y };
  throw new ProblemError('bad-parameter', `Centre ${lon},${lat} does not lie in EPSG:${epsg}`, {
    parameter: 'centre',
  });
}
