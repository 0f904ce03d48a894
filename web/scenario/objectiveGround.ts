import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ancestorPositions, parentChain } from '../../core/areas/hierarchy.ts';
import { yearBeside } from '../../core/areas/years.ts';
import type { ScenarioBaseline } from '../../core/scenario/document.ts';
import { OBJECTIVE_INDICATORS, type ObjectiveGround } from '../../core/scenario/objective.ts';
import { type ByKind, categoryOfKind, kindsAmong, SOCIAL_KINDS } from '../../core/scenario/social-kinds.ts';
import type { Values } from '../data/columns.ts';
import { valuesQuery } from '../data/queries.ts';
import { useScene } from '../state/scene.tsx';

type Answers = { data: Values | undefined; isPending: boolean }[];

/** The values that are in, and whether more are on their way; the same object for as long as the answers are. */
const settled = (answers: Answers) => ({
  waiting: answers.some(answer => answer.isPending),
  values: answers.flatMap(({ data }) => (data === undefined ? [] : [data])),
});

/**
 * Values that the objective is followed on, whole and by kind: of every year there is of a target, the newest of what is
 * planned, and the stock of the year beside that of the scenario.
 */
export function useObjectiveValues(year: number | null): { waiting: boolean; values: readonly Values[] } {
  const { ground, indicators, columns } = useScene();
  const vintage = columns.get('municipality')?.vintage;
  const availableOf = (id: string) =>
    (indicators.find(one => one.id === id)?.available ?? []).filter(
      one => one.level === 'municipality' && one.vintage === vintage,
    );
  const years = (id: string) => availableOf(id).map(one => one.year);
  const { target, start, pipeline, stock, counts } = OBJECTIVE_INDICATORS;
  const targets = years(target);
  const stockYear = year === null ? null : yearBeside(year, years(stock));
  const asked = [
    ...targets.map(each => ({ indicator: target, year: each })),
    ...[start, counts].flatMap(indicator =>
      years(indicator)
        .filter(each => targets.includes(each))
        .map(each => ({ indicator, year: each })),
    ),
    ...years(pipeline)
      .sort((a, b) => b - a)
      .slice(0, 1)
      .map(each => ({ indicator: pipeline, year: each })),
    ...(stockYear === null ? [] : [{ indicator: stock, year: stockYear }]),
  ].flatMap(question => {
    const found = availableOf(question.indicator).find(one => one.year === question.year);
    const categories = kindsAmong(found?.categories ?? []).map(categoryOfKind);
    return [question, ...categories.map(category => ({ ...question, category }))];
  });
  return useQueries({
    queries: asked.map(question =>
      valuesQuery(ground, vintage === undefined ? null : { ...question, level: 'municipality', vintage }),
    ),
    combine: settled,
  });
}

function byKind(values: readonly Values[], indicator: string, year: number): ByKind | null {
  const columns = SOCIAL_KINDS.flatMap(kind => {
    const found = values.find(
      one => one.indicator === indicator && one.year === year && one.category === categoryOfKind(kind),
    );
    return found === undefined ? [] : [[kind, found.value] as const];
  });
  return columns.length === 0 ? null : Object.fromEntries(columns);
}

/** What the objectives of the municipalities are followed on; null where the areas lie in none, undefined while it is on its way. */
export function useObjectiveGround(baseline: ScenarioBaseline | null): ObjectiveGround | null | undefined {
  const { columns } = useScene();
  const { waiting, values } = useObjectiveValues(baseline?.year ?? null);
  const level = baseline?.level;
  return useMemo(() => {
    const municipalities = columns.get('municipality');
    if (level === undefined || municipalities === undefined || !columns.has(level)) return null;
    if (!parentChain(columns, level).includes('municipality')) return null;
    if (waiting) return undefined;
    const { target, start, pipeline, stock, counts } = OBJECTIVE_INDICATORS;
    const whole = (id: string) => values.filter(one => one.indicator === id && one.category === null);
    const planned = whole(pipeline)[0];
    const held = whole(stock)[0];
    const heldByKind = held === undefined ? null : byKind(values, stock, held.year);
    return {
      municipalities: municipalities.codes,
      municipalityOf: ancestorPositions(columns, level, 'municipality'),
      targets: whole(target).map(({ year, value }) => ({
        year,
        dwellings: value,
        start: whole(start).find(one => one.year === year)?.value ?? null,
        startByKind: byKind(values, start, year),
        counts: byKind(values, counts, year),
      })),
      pipeline:
        planned === undefined
          ? null
          : {
              year: planned.year,
              dwellings: planned.value,
              byKind: byKind(values, pipeline, planned.year),
            },
      stockByKind:
        held === undefined || heldByKind === null ? null : { year: held.year, dwellings: heldByKind },
    };
  }, [columns, level, waiting, values]);
}
