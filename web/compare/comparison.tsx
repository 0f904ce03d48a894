import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { AreaRef } from '../../core/areas/types.ts';
import type { AnyIndex } from '../../core/concentration/spatial-registry.ts';
import { type Axis, decimalsOf } from '../charts/scale.ts';
import {
  type ComparisonAnswer,
  type ComparisonQuestion,
  type Drawn,
  type MaybeChance,
  useComparison,
} from '../data/comparison.ts';
import type { Ground } from '../data/queries.ts';
import { useWords } from '../i18n/words.ts';
import { atLevel } from '../layers/scope.ts';
import { useScene } from '../state/scene.tsx';
import { selectedCodes } from '../state/selection.ts';
import { useView } from '../state/view.ts';
import { type Mark, markAt } from './colours.ts';
import { comparedIndex, isShareIndex } from './indices.ts';
import { type CompareRow, compareRow, countsHouseholds } from './rows.ts';
import type { ComparisonSetting } from './setting.ts';

/** Social dwellings against all dwellings: what the product is about, and what has counts. */
export const COMPARED_INDICATOR = 'social_share';

/** What the page compares, derived from the address and the server's answer; nothing here is stored. */
export type Comparison = {
  ground: Ground;
  setting: ComparisonSetting;
  question: ComparisonQuestion;
  chance: MaybeChance;
  index: AnyIndex;
  drawn: Drawn<ComparisonAnswer>;
  /** One's own regions, in the order of the answer; all of them without a scope. */
  rows: readonly CompareRow[];
  /** The regions that are not one's own. */
  others: readonly CompareRow[];
  perHousehold: boolean;
  /** Codes of the chosen regions that are shown, in the order of choosing. */
  chosen: readonly string[];
  markOf: (code: string) => Mark | null;
  /** The region whose details are shown. */
  focus: CompareRow | null;
};

const ComparisonContext = createContext<Comparison | null>(null);

export function useCompared(): Comparison {
  const comparison = useContext(ComparisonContext);
  if (comparison === null) throw new Error('useCompared belongs inside ComparisonProvider');
  return comparison;
}

const noRows: readonly CompareRow[] = [];

function useRows(answer: ComparisonAnswer | undefined) {
  return useMemo(() => {
    if (answer === undefined) return { rows: noRows, others: noRows, perHousehold: false };
    const perHousehold = countsHouseholds(answer.regions);
    const rowsOf = (own: boolean) =>
      answer.regions.filter(region => region.own === own).map(region => compareRow(region, perHousehold));
    return { rows: rowsOf(true), others: rowsOf(false), perHousehold };
  }, [answer]);
}

/** A scope finer than the regions stands for the region that it lies in. */
function useScope(of: ComparisonSetting['of']): AreaRef | null {
  const { scope, columns } = useScene();
  return useMemo(() => scope && (atLevel(scope, of, columns) ?? scope), [scope, of, columns]);
}

export function ComparisonProvider({
  setting,
  children,
}: {
  setting: ComparisonSetting;
  children: ReactNode;
}) {
  const { ground } = useScene();
  const view = useView(
    useShallow(({ index, cityDensity, clamp, draws, seed, selection, pinned }) => ({
      index,
      cityDensity,
      clamp,
      draws,
      seed,
      selection,
      pinned,
    })),
  );
  const scope = useScope(setting.of);
  const index = comparedIndex(view.index);
  const question: ComparisonQuestion = {
    of: setting.of,
    level: setting.level,
    indicator: COMPARED_INDICATOR,
    year: setting.year,
    index: index.id,
    scope,
    cityDensity: view.cityDensity,
    clamp: view.clamp,
  };
  const chance = index.fixedByTotals ? null : { draws: view.draws, seed: view.seed };
  const drawn = useComparison(ground, question, chance);
  const { rows, others, perHousehold } = useRows(drawn.data);
  const chosen = selectedCodes(view.selection, setting.of).filter(code =>
    rows.some(row => row.code === code),
  );
  const pinned = view.pinned?.level === setting.of ? view.pinned.code : null;
  const focus = rows.find(row => row.code === pinned) ?? rows.find(row => row.code === chosen.at(-1)) ?? null;
  const markOf = (code: string) => {
    const place = chosen.indexOf(code);
    return place < 0 ? null : markAt(place);
  };
  return (
    <ComparisonContext
      value={{
        ground,
        setting,
        question,
        chance,
        index,
        drawn,
        rows,
        others,
        perHousehold,
        chosen,
        markOf,
        focus,
      }}
    >
      {children}
    </ComparisonContext>
  );
}

/** Words of the comparison: levels by their names and values as their index is written. */
export function useCompareWords() {
  const words = useWords();
  const { levels } = useScene();
  const { setting, index } = useCompared();
  const level = (id: string) => levels.find(one => one.id === id);
  const { text } = words;
  const one = (id: string) => text(level(id)?.title ?? { nl: id, en: id, fr: id });
  const many = (id: string) => text(level(id)?.plural ?? { nl: id, en: id, fr: id });
  const write = (value: number) => {
    if (Number.isNaN(value)) return '–';
    if (isShareIndex(index)) return words.share(value);
    return index.range[1] > 100 && index.family === 'stock' ? words.decimal(value, 2) : words.index(value);
  };
  return {
    ...words,
    levelTitle: one,
    levelPlural: many,
    region: one(setting.of),
    regions: many(setting.of),
    /** A value of the index that is compared. */
    write,
    /** A change of it, with its sign and as many decimals as the value has. */
    writeChange: (change: number) =>
      isShareIndex(index) ? words.difference(change, 'share') : `${change > 0 ? '+' : ''}${write(change)}`,
    /** How far apart two values of it are: percentage points where it is a share. */
    writeApart: (difference: number) =>
      isShareIndex(index) ? words.difference(difference, 'share').replace(/^\+/, '') : write(difference),
    /** The ticks of an axis of that index, with as many decimals as tell them apart. */
    writeTicks: ({ step }: Axis) =>
      isShareIndex(index)
        ? (tick: number) => words.share(tick, decimalsOf(100 * step))
        : (tick: number) => words.decimal(tick, decimalsOf(step)),
    indexTitle: text(index.title),
  };
}
