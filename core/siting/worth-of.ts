import type { Gains } from './gains.ts';
import { gainsFrom } from './gains.ts';
import type { Option } from './options.ts';
import type { SitingQuestion } from './question.ts';

/** Children at a point as the planner counts them. */
export function weightsOf({ children, poverty, povertyWeight }: SitingQuestion): Float64Array {
  return children.map((all, i) => all + povertyWeight * (poverty === null ? 0 : poverty[i]!));
}

/** The options of each candidate. */
const byCandidate = (options: readonly Option[]): Map<number, number[]> =>
  Map.groupBy(options.keys(), k => options[k]!.candidate);

type Visit = (row: number, option: number, metres: number, point: number) => void;

/** Goes through every point and option within `withinM(function)` of each other. A row is a point for one function. */
function forPairs({ distances, children }: SitingQuestion, options: readonly Option[], visit: Visit): void {
  const { starts, places, metres } = distances;
  const of = byCandidate(options);
  for (let i = 0; i < children.length; i++) {
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      for (const option of of.get(places[k]!) ?? [])
        visit(options[option]!.function * children.length + i, option, metres[k]!, i);
    }
  }
}

/** What covering is worth: the weight of the children who have no place within the distance yet. */
export function coverGains(question: SitingQuestion, options: readonly Option[]): Gains {
  const { functions, children } = question;
  const weights = weightsOf(question);
  const pairs = { row: [] as number[], candidate: [] as number[], gain: [] as number[] };
  forPairs(question, options, (row, option, metres, point) => {
    const { withinM, existingM } = functions[options[option]!.function]!;
    if (metres > withinM || existingM[point]! <= withinM) return;
    pairs.row.push(row);
    pairs.candidate.push(option);
    pairs.gain.push(weights[point]!);
  });
  return gainsFrom({ rows: functions.length * children.length, candidates: options.length }, pairs);
}

/** Metres that a child walks now, for a function; whoever has none in reach counts as if at the reach of the distances. */
export const walkNow = ({ functions, distances }: SitingQuestion, id: number, point: number): number =>
  Math.min(functions[id]!.existingM[point]!, distances.maxMetres);

/** What the p-median is worth: metres saved times the weight of the children who walk them. */
export function medianGains(question: SitingQuestion, options: readonly Option[]): Gains {
  const { functions, children } = question;
  const weights = weightsOf(question);
  const pairs = { row: [] as number[], candidate: [] as number[], gain: [] as number[] };
  forPairs(question, options, (row, option, metres, point) => {
    const saved = walkNow(question, options[option]!.function, point) - metres;
    if (saved <= 0) return;
    pairs.row.push(row);
    pairs.candidate.push(option);
    pairs.gain.push(weights[point]! * saved);
  });
  return gainsFrom({ rows: functions.length * children.length, candidates: options.length }, pairs);
}
