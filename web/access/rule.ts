import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Ages } from '../../core/access/ages.ts';
import type { Norm, NormRule } from '../../core/access/norm.ts';
import { normPresets } from '../../core/access/norm-presets.ts';
import type { ReachRule } from '../data/access.ts';
import { initialView, type ReachView, setView, useView } from '../state/view.ts';

export type ReachNorm = Norm & { rule: Extract<NormRule, { kind: 'reach' }> };

const isReach = (norm: Norm): norm is ReachNorm => norm.rule.kind === 'reach';

/** Norms of a distance; those of square metres stand in the table of all norms. */
export const reachNorms: readonly ReachNorm[] = normPresets.filter(isReach);

function agesIn(text: string): Ages | null {
  const [from, to] = text.split('-').map(Number);
  return from === undefined || to === undefined ? null : { from, to };
}

export const agesText = (ages: Ages | null) => (ages === null ? 'all' : `${ages.from}-${ages.to}`);

type Asked = Pick<ReachView, 'norm' | 'reachFunctions' | 'withinM' | 'minAreaM2' | 'ages'>;

/** The norm that the address names, and the rule that is left of it after what was changed. */
export function ruleIn({ norm: id, reachFunctions, withinM, minAreaM2, ages }: Asked): {
  norm: ReachNorm;
  rule: ReachRule;
  changed: boolean;
} {
  const norm = reachNorms.find(one => one.id === id) ?? reachNorms.find(one => one.id === initialView.norm)!;
  const { rule } = norm;
  return {
    norm,
    rule: {
      functions: reachFunctions ?? rule.functions,
      withinM: withinM ?? rule.withinM,
      minAreaM2: minAreaM2 ?? rule.minAreaM2,
      ages: ages === null ? norm.ages : agesIn(ages),
    },
    changed: [reachFunctions, withinM, minAreaM2, ages].some(one => one !== null),
  };
}

export function useRule() {
  const asked = useView(
    useShallow(({ norm, reachFunctions, withinM, minAreaM2, ages }) => ({
      ...{ norm, reachFunctions, withinM, minAreaM2, ages },
    })),
  );
  return useMemo(() => ruleIn(asked), [asked]);
}

/** A norm as its publisher has it. */
export const chooseNorm = (norm: string) =>
  setView({ norm, reachFunctions: null, withinM: null, minAreaM2: null, ages: null });
