import { yearBeside } from '../../core/areas/years.ts';
import type { ScenarioBaseline } from '../../core/scenario/document.ts';
import type { Values } from '../data/columns.ts';
import { useValues } from '../data/queries.ts';
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

/** Another indicator of the areas of a scenario; undefined while it is on its way and where there is none. */
export function useValuesBeside(baseline: ScenarioBaseline | null, indicator: string): Values | undefined {
  const { ground } = useScene();
  const year = useYearBeside(baseline, indicator);
  const question =
    baseline === null || year === null
      ? null
      : { indicator, level: baseline.level, vintage: baseline.vintage, year };
  return useValues(ground, question).data;
}
