import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { parseScenario } from '../../core/scenario/parse.ts';

/** A scenario that was deleted and can still be put back. */
export type Deleted = { document: ScenarioDocument; deletedAt: string };

/** All scenarios of this browser. One value, so that creating, renaming and deleting can be undone like any edit. */
export type Workspace = { scenarios: readonly ScenarioDocument[]; deleted: readonly Deleted[] };

/** One scenario as this browser keeps it, for every tab. */
export type Kept = {
  id: string;
  /** Counts the writes, so that a tab sees that another one was first. */
  revision: number;
  /** The tab that wrote it. */
  by: string;
  document: ScenarioDocument;
  /** Null for one that is not deleted. */
  deletedAt: string | null;
};

/** What a tab wants to be kept: no document means that nothing of the scenario stays. */
export type Change = Pick<Kept, 'id' | 'by' | 'deletedAt'> & {
  document: ScenarioDocument | null;
  /** Revision of what the tab changed; 0 for a scenario that was not kept yet. */
  base: number;
};

const scenarioIn = (value: unknown): ScenarioDocument | null => {
  try {
    return parseScenario(value);
  } catch {
    return null;
  }
};

/** What the browser kept, read with care. Null for what this version cannot read: it is not shown and stays where it is. */
export function readableKept(value: unknown): Kept | null {
  if (typeof value !== 'object' || value === null) return null;
  // The first version of the product kept bare documents.
  const { revision = 0, by = '', deletedAt = null, ...rest }: Partial<Kept> = value;
  const document = scenarioIn(rest.document ?? value);
  return document === null ? null : { id: document.id, revision, by, document, deletedAt };
}

/** The same for a change that a tab left behind; one without a document takes a scenario away. */
export function readableChange(value: unknown): Change | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, by = '', base = 0, deletedAt = null, ...rest }: Partial<Change> = value;
  if (typeof id !== 'string' || id === '') return null;
  const document = scenarioIn(rest.document);
  return document === null && rest.document !== null ? null : { id, by, base, document, deletedAt };
}

type State = Pick<Change, 'document' | 'deletedAt'>;
const gone: State = { document: null, deletedAt: null };

export function stateOf(workspace: Workspace, id: string): State {
  const alive = workspace.scenarios.find(one => one.id === id);
  if (alive !== undefined) return { document: alive, deletedAt: null };
  return workspace.deleted.find(one => one.document.id === id) ?? gone;
}

export const idsIn = ({ scenarios, deleted }: Workspace): string[] => [
  ...scenarios.map(one => one.id),
  ...deleted.map(one => one.document.id),
];

const sameState = (one: State, other: State) =>
  one.document === other.document && one.deletedAt === other.deletedAt;

/** The scenarios that are not the same in both. */
export function changedIds(one: Workspace, other: Workspace): string[] {
  const ids = new Set([...idsIn(one), ...idsIn(other)]);
  return [...ids].filter(id => !sameState(stateOf(one, id), stateOf(other, id)));
}

export const sameWorkspace = (one: Workspace, other: Workspace) => changedIds(one, other).length === 0;

/** What differs from what is kept and so has to be written. */
export function unsaved(workspace: Workspace, kept: ReadonlyMap<string, Kept>, by: string): Change[] {
  const ids = new Set([...idsIn(workspace), ...kept.keys()]);
  return [...ids].flatMap(id => {
    const now = stateOf(workspace, id);
    const before = kept.get(id);
    return sameState(now, before ?? gone) ? [] : [{ id, by, base: before?.revision ?? 0, ...now }];
  });
}

/** The workspace with one scenario as it is kept; null where nothing of it is. */
export function withKept(workspace: Workspace, id: string, kept: State | null): Workspace {
  const deleted = workspace.deleted.filter(one => one.document.id !== id);
  const { document, deletedAt } = kept ?? gone;
  if (document === null) return { scenarios: workspace.scenarios.filter(one => one.id !== id), deleted };
  if (deletedAt !== null) {
    const others = workspace.scenarios.filter(one => one.id !== id);
    return { scenarios: others, deleted: [...deleted, { document, deletedAt }] };
  }
  const here = workspace.scenarios.some(one => one.id === id);
  const scenarios = here
    ? workspace.scenarios.map(one => (one.id === id ? document : one))
    : [...workspace.scenarios, document].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  return { scenarios, deleted };
}

/**
 * What becomes of a change when this is kept at that moment: `write` it, it is the `same` already, `both` versions
 * stay because another tab changed the scenario too, or `theirs` stays because ours only took it away.
 */
export function settle(kept: Kept | undefined, change: Change): 'write' | 'same' | 'both' | 'theirs' {
  // What a tab wrote last itself is no version of someone else, also when it left before it heard that it was written.
  if ((kept?.revision ?? 0) === change.base || kept?.by === change.by) return 'write';
  const { document, deletedAt } = kept ?? gone;
  if (deletedAt === change.deletedAt && JSON.stringify(document) === JSON.stringify(change.document)) {
    return 'same';
  }
  if (kept === undefined) return 'write';
  if (change.document === null || change.deletedAt !== null) return 'theirs';
  return kept.deletedAt === null ? 'both' : 'write';
}
