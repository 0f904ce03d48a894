import { yearBeside } from '../../core/areas/years.ts';
import type { ScenarioBaseline } from '../../core/scenario/document.ts';
import { useValues } from '../data/queries.ts';
import type { DatasetSource } from '../data/types.ts';
import { useScene } from '../state/scene.tsx';

/** The year of another indicator that stands beside a scenario's counts, for the same areas; null where there is none. */
export function useYearBeside(baseline: ScenarioBaseline | null, indicator: string): number | null {
  const { indicators } = useScene();
  if (baseline === null) return null;
  const { level, vintage, year } = baseline;
  const available = indicators.find(one => one.id === indicator)?.available ?? [];
  const here = available.filter(one => one.level === level && one.vintage === vintage);
  return yearBeside(
    year,
    here.map(one => one.year),
  );
}

export type Beside = { year: number; value: Float64Array; source: DatasetSource | null };

/** Another indicator of the areas of a scenario; null where there is none, undefined while it is on its way. */
export function useValuesBeside(
  baseline: ScenarioBaseline | null,
  indicator: string,
): Beside | null | undefined {
  const { ground } = useScene();
  const year = useYearBeside(baseline, indicator);
  const asked = baseline !== null && year !== null;
  const { data, isError } = useValues(
    ground,
    asked ? { indicator, level: baseline.level, vintage: baseline.vintage, year } : null,
  );
  if (!asked || isError) return null;
  return data;
}
