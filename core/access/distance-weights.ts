import { ProblemError } from '../problem.ts';
import { checkNumber } from './numbers.ts';

/** What a place at some distance counts for, 0–1; 0 beyond `withinM`. */
export type DistanceWeight = { withinM: number; at: (metres: number) => number };

/** Everything within reach counts alike (Luo & Wang 2003). */
export function evenWeight(withinM: number): DistanceWeight {
  checkNumber('distance', withinM, 'metres');
  return { withinM, at: metres => (metres <= withinM ? 1 : 0) };
}

/**
 * A bell that is 1 at the door and falls to 0 at the limit: (e^−½(d/d₀)² − e^−½) / (1 − e^−½) (Dai 2010, "Black
 * residential segregation, disparities in spatial access to health care facilities", Health & Place 16).
 */
export function gaussianWeight(withinM: number): DistanceWeight {
  checkNumber('distance', withinM, 'metres');
  const edge = Math.exp(-0.5);
  return {
    withinM,
    at: metres => {
      if (metres > withinM) return 0;
      if (withinM === 0) return 1;
      const part = metres / withinM;
      return (Math.exp(-0.5 * part * part) - edge) / (1 - edge);
    },
  };
}

/**
 * One weight for each ring around a place, the innermost first (Luo & Qi 2009).
 * @throws ProblemError `bad-parameter` unless distances rise and weights lie from 0 to 1 and do not.
 */
export function steppedWeight(steps: readonly { withinM: number; weight: number }[]): DistanceWeight {
  let before = { withinM: -1, weight: 1 };
  for (const step of steps) {
    checkNumber('distance', step.withinM, 'metres');
    if (step.withinM <= before.withinM || !(step.weight >= 0) || step.weight > before.weight)
      throw new ProblemError(
        'bad-parameter',
        `A ring to ${step.withinM} m with weight ${step.weight} does not follow one to ${before.withinM} m with ${before.weight}; let distances rise, and weights fall from 1 to 0.`,
        { ring: step.withinM },
      );
    before = step;
  }
  if (steps.length === 0)
    throw new ProblemError('bad-parameter', 'There is no ring; give one or more distances with weights.');
  return {
    withinM: before.withinM,
    at: metres => steps.find(({ withinM }) => metres <= withinM)?.weight ?? 0,
  };
}
