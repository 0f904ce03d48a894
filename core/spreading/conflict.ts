import { ProblemError } from '../problem.ts';
import { capacityOf, leastOf, roomsOf } from './rooms.ts';
import type { Limit, Quota, SpreadProblem } from './types.ts';

/** One constraint that can be in conflict: a limit, the least or the most of a quota, or the number itself. */
export type Constraint =
  | { kind: 'limit'; id: string }
  | { kind: 'quota-min' | 'quota-max'; id: string; dwellings: number }
  | { kind: 'dwellings'; dwellings: number };

/** Constraints no plan meets together, none of which can be left out: without any one of them the others can be met. */
export type Conflict = {
  constraints: Constraint[];
  /** So many dwellings are short in all; relaxing one of the constraints by fewer is not enough. */
  dwellings: number;
};

/** What is asked, constraint by constraint, so that one can be left out. */
type Asked = { limits: readonly Limit[]; quotas: readonly Quota[]; atLeast: number; atMost: number };

/**
 * An irreducible conflict in a problem, or null where a plan exists: every constraint is left out in turn and stays
 * out where the rest is still in conflict (deletion filter, Chinneck & Dravnieks 1991). Small minima are tried first,
 * so that few large ones remain.
 * @throws ProblemError as `roomsOf`.
 */
export function conflictIn(problem: SpreadProblem): Conflict | null {
  const { codes, limits, quotas, dwellings } = problem;
  if (hasPlan(problem)) return null;
  let asked: Asked = { limits, quotas, atLeast: dwellings, atMost: dwellings };
  const ways: ((from: Asked) => Asked)[] = [
    ...quotas
      .toSorted((one, other) => one.min - other.min)
      .map(
        ({ id }) =>
          (from: Asked) =>
            withQuota(from, id, { min: 0 }),
      ),
    ...quotas.map(
      ({ id }) =>
        (from: Asked) =>
          withQuota(from, id, { max: Infinity }),
    ),
    ...limits.map(({ id }) => (from: Asked) => ({
      ...from,
      limits: from.limits.filter(limit => limit.id !== id),
    })),
    from => ({ ...from, atLeast: 0 }),
    from => ({ ...from, atMost: Infinity }),
  ];
  for (const without of ways) {
    const less = without(asked);
    if (shortage(codes, less) > 0) asked = less;
  }
  const short = shortage(codes, { limits, quotas, atLeast: dwellings, atMost: dwellings });
  return { constraints: constraintsOf(asked, dwellings), dwellings: short };
}

/** Whether any plan meets all constraints. O(n · quotas around an area). */
export function hasPlan({ codes, limits, quotas, dwellings }: SpreadProblem): boolean {
  return shortage(codes, { limits, quotas, atLeast: dwellings, atMost: dwellings }) === 0;
}

function withQuota(from: Asked, id: string, change: Partial<Quota>): Asked {
  return { ...from, quotas: from.quotas.map(quota => (quota.id === id ? { ...quota, ...change } : quota)) };
}

/** How many dwellings some room must hold beyond what fits in it; 0 where a plan exists. */
function shortage(codes: readonly string[], { limits, quotas, atLeast, atMost }: Asked): number {
  const all = Int32Array.from(codes.keys());
  const whole: Quota = { id: 'dwellings', areas: all, min: atLeast, max: atMost };
  // The number itself is a quota on everything, so that it can be left out as any other.
  const { rooms } = roomsOf(codes, 0, capacityOf(codes.length, limits), [whole, ...quotas]);
  let most = 0;
  for (const room of rooms.slice(1)) most = Math.max(most, leastOf(room) - room.fits);
  return most;
}

function constraintsOf({ limits, quotas, atLeast, atMost }: Asked, dwellings: number): Constraint[] {
  const asksNumber = atLeast > 0 || atMost < Infinity;
  return [
    ...(asksNumber ? [{ kind: 'dwellings', dwellings } as const] : []),
    ...quotas.flatMap(({ id, min, max }): Constraint[] => [
      ...(min > 0 ? [{ kind: 'quota-min', id, dwellings: min } as const] : []),
      ...(max < Infinity ? [{ kind: 'quota-max', id, dwellings: max } as const] : []),
    ]),
    ...limits.map(({ id }): Constraint => ({ kind: 'limit', id })),
  ];
}

/** @throws ProblemError `conflict` that names the constraints, and by how much they miss each other. */
export function refuseConflict(problem: SpreadProblem): void {
  const conflict = conflictIn(problem);
  if (conflict === null) return;
  const named = conflict.constraints.map(constraintWords).join(', ');
  throw new ProblemError(
    'conflict',
    `No plan meets all of: ${named}. Relax one of them, by ${conflict.dwellings} dwellings at least.`,
    { conflict },
  );
}

/** A constraint in a sentence. */
export function constraintWords(constraint: Constraint): string {
  switch (constraint.kind) {
    case 'limit':
      return `the limit ${constraint.id}`;
    case 'quota-min':
      return `at least ${constraint.dwellings} in ${constraint.id}`;
    case 'quota-max':
      return `at most ${constraint.dwellings} in ${constraint.id}`;
    case 'dwellings':
      return `${constraint.dwellings} new dwellings`;
  }
}
