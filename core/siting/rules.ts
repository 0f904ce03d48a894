/** Which sets of candidates may be chosen. Groups are the functions that a candidate would have. */
export type Rules = {
  /** Most candidates; Infinity for any number. */
  most: number;
  groupOf: Uint8Array;
  /** Most candidates of each group. */
  groupMost: readonly number[];
  cost: Float64Array;
  budget: number;
  /** Candidates that cannot stand beside each one: on the same site, or nearer than the spacing. */
  conflicts: readonly Int32Array[];
};

/** A set of candidates that grows and shrinks within rules. */
export type Chosen = {
  readonly members: readonly number[];
  has(j: number): boolean;
  /** Whether `j` may come in; with `without`, in exchange for that member. */
  fits(j: number, without?: number): boolean;
  add(j: number): void;
  remove(j: number): void;
};

/** Budgets are compared with room for rounding. */
const CENT = 1e-9;

export function chosenWithin(rules: Rules, from: Iterable<number> = []): Chosen {
  const { most, groupOf, groupMost, cost, budget, conflicts } = rules;
  const members: number[] = [];
  const inside = new Uint8Array(cost.length);
  const blocked = new Int32Array(cost.length);
  const groupSize = new Int32Array(groupMost.length);
  let spent = 0;
  const chosen: Chosen = {
    members,
    has: j => inside[j] === 1,
    fits: (j, without) => {
      if (inside[j] === 1) return false;
      const gone = without === undefined ? 0 : 1;
      if (members.length - gone >= most) return false;
      const group = groupOf[j]!;
      const goneOfGroup = gone === 1 && groupOf[without!] === group ? 1 : 0;
      if (groupSize[group]! - goneOfGroup >= groupMost[group]!) return false;
      const costs = spent + cost[j]! - (gone === 1 ? cost[without!]! : 0);
      if (costs > budget * (1 + CENT)) return false;
      if (blocked[j] === 0) return true;
      return gone === 1 && blocked[j] === 1 && conflicts[j]!.includes(without!);
    },
    add: j => {
      members.push(j);
      inside[j] = 1;
      groupSize[groupOf[j]!]!++;
      spent += cost[j]!;
      for (const other of conflicts[j]!) blocked[other]!++;
    },
    remove: j => {
      members.splice(members.indexOf(j), 1);
      inside[j] = 0;
      groupSize[groupOf[j]!]!--;
      spent -= cost[j]!;
      for (const other of conflicts[j]!) blocked[other]!--;
    },
  };
  for (const j of from) if (chosen.fits(j)) chosen.add(j);
  return chosen;
}
