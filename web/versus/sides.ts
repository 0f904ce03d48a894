import { useMemo } from 'react';
import { type Brought, commonGround, type GroundDifference } from '../../core/scenario/common-ground.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { useWords } from '../i18n/words.ts';
import { setView, useView, type VersusKind } from '../state/view.ts';
import { useWorkspace } from '../state/workspace.ts';

export type SideName = 'left' | 'right';
export const SIDES: readonly SideName[] = ['left', 'right'];

/** One of the two: a scenario, or what is now. */
export type Side = { title: string; scenario: ScenarioDocument | null };

/** What stands beside each other, and whether it may. */
export type Sides = { left: Side; right: Side } & (
  | { state: 'ready'; brought: readonly Brought[] }
  | { state: 'refused'; refused: readonly GroundDifference[] }
  | { state: 'missing'; missing: string }
  | { state: 'nothing' }
);

/** The two of the address, out of the scenarios of this browser. */
export function useSides(): Sides {
  const { t } = useWords();
  const left = useView(view => view.left);
  const right = useView(view => view.right);
  const scenarios = useWorkspace(state => state.workspace.scenarios);
  return useMemo(() => {
    const find = (id: string | null) => scenarios.find(one => one.id === id) ?? null;
    const side = (id: string | null): Side => {
      const scenario = find(id);
      return { scenario, title: scenario?.title ?? (id === null ? t('versus.now') : id) };
    };
    const both = { left: side(left), right: side(right) };
    const missing = [right, left].find(id => id !== null && find(id) === null);
    if (missing != null) return { ...both, state: 'missing', missing };
    const [one, other] = [both.left.scenario, both.right.scenario];
    if (one === null && other === null) return { ...both, state: 'nothing' };
    if (one === null || other === null) return { ...both, state: 'ready', brought: [] };
    const common = commonGround(one.baseline, other.baseline);
    return 'refused' in common
      ? { ...both, state: 'refused', refused: common.refused }
      : { ...both, state: 'ready', brought: common.brought };
  }, [left, right, scenarios, t]);
}

/** Puts a scenario beside what is now. */
export function compareWithNow(scenario: string, versus: VersusKind = 'swipe'): void {
  setView({ place: 'scenario', scenario, versus, left: null, right: scenario });
}

/** Back to the work on a scenario: one of the two that were compared, where there is any. */
export function stopComparing(sides: Sides): void {
  const { scenario } = { scenario: sides.right.scenario ?? sides.left.scenario };
  setView({ versus: null, left: null, right: null, ...(scenario === null ? {} : { scenario: scenario.id }) });
}
