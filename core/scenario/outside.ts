/** Which codes there are, in the level and in the scope; null where the scope is everything. */
export type ScopeOfLevel = {
  codes: Pick<ReadonlySet<string>, 'has'>;
  scope: Pick<ReadonlySet<string>, 'has'> | null;
};

/** Of these codes those that the level has and the scope has not; one that the level lacks is no place at all and is told apart. */
export function codesOutside({ codes, scope }: ScopeOfLevel, named: readonly string[]): string[] {
  return scope === null ? [] : named.filter(code => codes.has(code) && !scope.has(code));
}
