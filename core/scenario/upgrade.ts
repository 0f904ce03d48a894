/** An edit as version 1 had it: dwellings added to whole areas, the same numbers to each. */
type AddDwellings = {
  id: unknown;
  areas: unknown;
  socialPerArea: unknown;
  otherPerArea: unknown;
  note: unknown;
  enabled: unknown;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members that an edit of version 1 has; with any other it is left to be refused as it stands. */
const MEMBERS = ['id', 'kind', 'areas', 'socialPerArea', 'otherPerArea', 'note', 'enabled'];

/**
 * A parsed scenario file of version 1 as one of version 2; anything else as it is. What is wrong with the file stays
 * wrong, for the check that follows to name.
 */
export function upgraded(input: unknown): unknown {
  if (!isRecord(input) || input.version !== 1) return input;
  const edits = Array.isArray(input.edits) ? input.edits.map(upgradedEdit) : input.edits;
  return { ...input, version: 2, edits };
}

function upgradedEdit(edit: unknown): unknown {
  if (!isRecord(edit) || edit.kind !== 'add') return edit;
  const { id, areas, socialPerArea, otherPerArea, note, enabled } = edit as AddDwellings;
  const others = Object.fromEntries(Object.entries(edit).filter(([name]) => !MEMBERS.includes(name)));
  return {
    ...others,
    id,
    kind: 'build',
    title: '',
    place: { kind: 'areas', areas, split: 'each' },
    social: { unspecified: socialPerArea },
    private: otherPerArea,
    year: null,
    status: 'idea',
    note,
    author: '',
    enabled,
  };
}
