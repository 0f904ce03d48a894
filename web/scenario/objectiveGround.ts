import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ancestorPositions, parentChain } from '../../core/areas/hierarchy.ts';
import type { ScenarioBaseline } from '../../core/scenario/document.ts';
import { OBJECTIVE_INDICATORS, type ObjectiveGround } from '../../core/scenario/objective.ts';
import type { Values } from '../data/columns.ts';
import { valuesQuery } from '../data/queries.ts';
import { useScene } from '../state/scene.tsx';

type Answers = { data: Values | undefined; isPending: boolean }[];

/** The values that are in, and whether more are on their way; the same object for as long as the answers are. */
const settled = (answers: Answers) => ({
  waiting: answers.some(answer => answer.isPending),
  values: answers.flatMap(({ data }) => (data === undefined ? [] : [data])),
});

/** Values that the objective is followed on, of every year there is of a target and the newest of what is planned. */
export function useObjectiveValues(): { waiting: boolean; values: readonly Values[] } {
  const { ground, indicators, columns } = useScene();
  const vintage = columns.get('municipality')?.vintage;
  const years = (id: string) =>
    (indicators.find(one => one.id === id)?.available ?? [])
      .filter(one => one.level === 'municipality' && one.vintage === vintage)
      .map(one => one.year);
  const { target, start, pipeline } = OBJECTIVE_INDICATORS;
  const targets = years(target);
  const asked = [
    ...targets.map(year => ({ indicator: target, year })),
    ...years(start)
      .filter(year => targets.includes(year))
      .map(year => ({ indicator: start, year })),
    ...years(pipeline)
      .sort((a, b) => b - a)
      .slice(0, 1)
      .map(year => ({ indicator: pipeline, year })),
  ];
  return useQueries({
    queries: asked.map(({ indicator, year }) =>
      valuesQuery(ground, vintage === undefined ? null : { indicator, level: 'municipality', vintage, year }),
    ),
    combine: settled,
  });
}

/** What the objectives of the municipalities are followed on; null where the areas lie in none, undefined while it is on its way. */
export function useObjectiveGround(baseline: ScenarioBaseline | null): ObjectiveGround | null | undefined {
  const { columns } = useScene();
  const { waiting, values } = useObjectiveValues();
  const level = baseline?.level;
  return useMemo(() => {
    const municipalities = columns.get('municipality');
    if (level === undefined || municipalities === undefined || !columns.has(level)) return null;
    if (!parentChain(columns, level).includes('municipality')) return null;
    if (waiting) return undefined;
    const { target, start, pipeline } = OBJECTIVE_INDICATORS;
    const of = (id: string) => values.filter(one => one.indicator === id);
    const planned = of(pipeline)[0];
    return {
      municipalities: municipalities.codes,
      municipalityOf: ancestorPositions(columns, level, 'municipality'),
      targets: of(target).map(({ year, value }) => ({
        year,
        dwellings: value,
        start: of(start).find(one => one.year === year)?.value ?? null,
      })),
      pipeline: planned === undefined ? null : { year: planned.year, dwellings: planned.value },
    };
  }, [columns, level, waiting, values]);
}
