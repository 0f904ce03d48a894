import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { AreaLevel, AreaRef } from '../../core/areas/types.ts';
import { AREA_LEVELS } from '../../core/areas/types.ts';
import { Problem } from '../controls/Problem.tsx';
import { Skeleton } from '../controls/Skeleton.tsx';
import type { AreaColumns, Values } from '../data/columns.ts';
import { areaColumnsQuery, type Ground, useIndicators, useLevels, useValues } from '../data/queries.ts';
import type { IndicatorView, LevelView, RegionView, ReleaseView } from '../data/types.ts';
import { availableOf, type Showing, showingAt, yearShown } from '../layers/availability.ts';
import { type ColumnsByLevel, scopeMask } from '../layers/scope.ts';
import { useBaseline } from './baseline.ts';
import { useView } from './view.ts';

/** What the screen is about, derived from the address and the server's answers; nothing here is stored. */
export type Scene = {
  release: ReleaseView;
  region: RegionView;
  ground: Ground;
  levels: readonly LevelView[];
  indicators: readonly IndicatorView[];
  indicator: IndicatorView;
  /** The level that was asked for; `showing` says what can be shown of it. */
  chosenLevel: AreaLevel;
  showing: Showing | null;
  level: AreaLevel;
  year: number | null;
  scope: AreaRef | null;
  columns: ColumnsByLevel;
  areas: AreaColumns | undefined;
  inside: Uint8Array;
  values: Values | undefined;
  /** The newest year's values, on which the class breaks rest so that they stay when the year changes. */
  reference: Values | undefined;
  error: unknown;
};

const SceneContext = createContext<Scene | null>(null);

export function useScene(): Scene {
  const scene = useContext(SceneContext);
  if (scene === null) throw new Error('useScene belongs inside SceneProvider');
  return scene;
}

const hierarchy = AREA_LEVELS.filter(level => level !== 'grid');

type ColumnAnswers = UseQueryResult<AreaColumns>[];

/** One map of the answers that are in; the same map for as long as the answers are. */
const byLevel = (answers: ColumnAnswers): { columns: ColumnsByLevel; error: Error | null } => ({
  columns: new Map(answers.flatMap(({ data }) => (data === undefined ? [] : [[data.level, data] as const]))),
  error: answers.find(answer => answer.error !== null)?.error ?? null,
});

/** Columns of every level of the region: small beside the values, and needed for scopes, names and search. */
function useColumnsByLevel(ground: Ground, region: RegionView) {
  const levels = AREA_LEVELS.filter(level => region.levels.some(one => one.level === level));
  return useQueries({ queries: levels.map(level => areaColumnsQuery(ground, level)), combine: byLevel });
}

/** Chosen in the address, otherwise the finest level of the hierarchy that the region has. */
function levelChosen(asked: AreaLevel | null, levels: readonly LevelView[]): AreaLevel {
  const present = levels.map(level => level.id);
  if (asked !== null && present.includes(asked)) return asked;
  return hierarchy.filter(level => present.includes(level)).at(-1) ?? present[0] ?? 'municipality';
}

/** The one asked for where it has values, otherwise the first that has any. */
function indicatorChosen(asked: string, all: readonly IndicatorView[]): IndicatorView | undefined {
  const filled = all.filter(one => availableOf(one, all).length > 0);
  return filled.find(one => one.id === asked) ?? filled[0] ?? all.find(one => one.id === asked) ?? all[0];
}

type Props = {
  release: ReleaseView;
  region: RegionView;
  waiting: (content: ReactNode) => ReactNode;
  children: ReactNode;
};

/** Gives the scene to the page below; waits until levels and indicators are there. */
export function SceneProvider({ release, region, waiting, children }: Props) {
  const view = useView(
    useShallow(({ indicator, level, year, scope }) => ({ indicator, level, year, scope })),
  );
  const baseline = useBaseline();
  const ground = useMemo(() => ({ release: release.hash, region: region.id }), [release.hash, region.id]);
  const levels = useLevels(ground);
  const indicators = useIndicators(ground);
  const { columns, error } = useColumnsByLevel(ground, region);

  const indicatorId = baseline === null ? view.indicator : baseline.indicator;
  const indicator = indicatorChosen(indicatorId, indicators.data ?? []);
  const chosenLevel = levelChosen(baseline?.level ?? view.level, levels.data ?? []);
  const available = useMemo(
    () => (indicator === undefined ? [] : availableOf(indicator, indicators.data ?? [])),
    [indicator, indicators.data],
  );
  const showing = useMemo(() => showingAt(chosenLevel, available), [chosenLevel, available]);
  const level = showing?.level ?? chosenLevel;
  const year = yearShown(baseline?.year ?? view.year, showing?.years ?? []);
  const newest = showing?.years.at(-1) ?? null;

  const question = (of: number | null) =>
    indicator === undefined || of === null ? null : { indicator: indicator.id, level, year: of };
  const values = useValues(ground, question(year));
  const reference = useValues(ground, question(newest));

  const areas = columns.get(level);
  const scope = baseline === null ? view.scope : baseline.scope;
  const inside = useMemo(
    () => (areas === undefined ? new Uint8Array(0) : scopeMask(areas, scope, columns)),
    [areas, scope, columns],
  );
  const scene = useMemo<Scene | null>(() => {
    if (levels.data === undefined || indicators.data === undefined || indicator === undefined) return null;
    return {
      release,
      region,
      ground,
      levels: levels.data,
      indicators: indicators.data,
      indicator,
      chosenLevel,
      showing,
      level,
      year,
      scope,
      columns,
      areas,
      inside,
      values: values.data,
      reference: reference.data,
      error: values.error ?? reference.error ?? error,
    };
  }, [
    release,
    region,
    ground,
    levels.data,
    indicators.data,
    indicator,
    chosenLevel,
    showing,
    level,
    year,
    scope,
    columns,
    areas,
    inside,
    values.data,
    reference.data,
    values.error,
    reference.error,
    error,
  ]);
  if (scene === null) {
    const failed = [levels, indicators].find(one => one.error !== null);
    const retry = () => void failed?.refetch();
    return waiting(
      failed === undefined ? <Skeleton lines={6} /> : <Problem error={failed.error} onRetry={retry} />,
    );
  }
  return <SceneContext value={scene}>{children}</SceneContext>;
}
