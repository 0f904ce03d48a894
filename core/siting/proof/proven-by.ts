/** What gave a bound: our own search (relaxation and branching), or the solver that went on where it ended. */
export const PROVEN_BY = ['search', 'solver'] as const;
export type ProvenBy = (typeof PROVEN_BY)[number];
