import { useMemo } from 'react';
import { panelIndices } from '../../core/concentration/registry.ts';
import { needsContiguity } from '../../core/concentration/spatial-registry.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { EvaluationSetting } from '../../core/scenario/evaluate.ts';
import { evaluationSetting } from '../../core/scenario/setting.ts';
import { useScene } from '../state/scene.tsx';
import { withoutNumbers } from './baselineNumbers.ts';
import { useValuesBeside } from './beside.ts';
import { useContiguity } from './contiguity.ts';
import { useObjectiveGround } from './objectiveGround.ts';
import { usePlaces } from './reachGround.ts';

export type Prepared = { key: string; setting: EvaluationSetting } | { refused: unknown };

let made = 0;

/**
 * What the worker needs besides the edits; null until everything the figures rest on is there. `indices` are those that
 * will be asked, of which some need to know who touches whom.
 */
export function usePrepared(
  scenario: ScenarioDocument | null,
  indices: readonly string[] = panelIndices(scenario?.parameters.index),
): Prepared | null {
  const { values, columns, levels, areas, indicators } = useScene();
  const baseline = scenario?.baseline;
  const poverty = useValuesBeside(baseline ?? null, 'child_poverty');
  const households = useValuesBeside(baseline ?? null, 'households');
  const places = usePlaces(scenario);
  const objective = useObjectiveGround(baseline ?? null);
  const contiguity = useContiguity(scenario !== null && indices.some(needsContiguity));
  return useMemo(() => {
    const refused = baseline === undefined ? null : withoutNumbers(baseline, indicators);
    if (refused !== null) return { refused };
    // Parents may still be on their way, and without them a scope has no areas.
    if (baseline === undefined || values === undefined || areas === undefined || columns.size < levels.length)
      return null;
    if (poverty === undefined || households === undefined || places === undefined || objective === undefined)
      return null;
    if (contiguity === undefined) return null;
    const { indicator, level, year } = baseline;
    if (values.indicator !== indicator || values.level !== level || values.year !== year) return null;
    try {
      const beside = { poverty: poverty?.value ?? null, households: households?.value ?? null };
      const around = { ...beside, ...places, objective, contiguity };
      const setting = evaluationSetting(baseline, columns, values, around);
      made += 1;
      return { key: String(made), setting };
    } catch (refused) {
      return { refused };
    }
  }, [
    baseline,
    indicators,
    values,
    columns,
    levels,
    areas,
    poverty,
    households,
    places,
    objective,
    contiguity,
  ]);
}
