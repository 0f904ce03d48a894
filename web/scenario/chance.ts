import { useEffect, useState } from 'react';
import type { Contiguity } from '../../core/areas/contiguity.ts';
import type { ChanceExpectation } from '../../core/scenario/chance.ts';
import type { ScenarioEvaluation } from '../../core/scenario/evaluate.ts';
import { chanceInWorker } from '../worker/chance.ts';

/** Milliseconds without another change before chance is asked: it takes far longer than an edit. */
const pause = 250;

export type Chance = {
  /** By index; null until the first answer. */
  expected: Readonly<Record<string, ChanceExpectation>> | null;
  /** True while the answer is of the figures before. */
  stale: boolean;
};

/** What chance alone would give of the indices of a result. */
export function useChance(result: ScenarioEvaluation | null, contiguity: Contiguity | null): Chance {
  const [answer, setAnswer] = useState<{ of: ScenarioEvaluation; expected: Chance['expected'] } | null>(null);
  useEffect(() => {
    if (result === null) return;
    let wanted = true;
    const timer = setTimeout(() => {
      chanceInWorker(result.areas, Object.keys(result.after.indices), contiguity).then(
        expected => {
          if (wanted) setAnswer({ of: result, expected });
        },
        // A newer question took its place.
        () => {},
      );
    }, pause);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [result, contiguity]);
  return { expected: answer?.expected ?? null, stale: answer?.of !== result };
}
