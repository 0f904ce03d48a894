import { create } from 'zustand';
import { type History, rebase, record, redo, startHistory, undo } from '../../core/scenario/history.ts';
import type { nl } from '../i18n/nl.ts';
import type { ServerLink } from './database.ts';
import type { KeepFault } from './faults.ts';
import { sameWorkspace, type Workspace } from './records.ts';

/** What a step is called in the texts. */
export type StepName = keyof typeof nl.scenario.history;

/** Something that happened to a scenario beside what the person did, and that they must know of. */
export type Notice = { kind: 'both' | 'theirs' | 'replaced' | 'conflict'; title: string; copy: string };

type State = {
  history: History<Workspace>;
  workspace: Workspace;
  links: ReadonlyMap<string, ServerLink>;
  /** Scenarios that still have to go to the server, and since when. */
  waiting: ReadonlyMap<string, string>;
  kept: 'reading' | 'kept' | 'saving' | 'failed';
  /** Why nothing is kept under `failed`. */
  fault: KeepFault | null;
  notices: readonly Notice[];
};

export const useWorkspace = create<State>()(() => {
  const history = startHistory<Workspace>({ scenarios: [], deleted: [] });
  const { present } = history;
  return {
    history,
    workspace: present,
    links: new Map(),
    waiting: new Map(),
    kept: 'reading',
    fault: null,
    notices: [],
  };
});

const put = (history: History<Workspace>) => useWorkspace.setState({ history, workspace: history.present });

/** Changes the workspace as one step; changes of one `gesture` in a row are one step together. */
export function change(
  name: StepName,
  next: (workspace: Workspace) => Workspace,
  gesture: string | null = null,
) {
  const { history } = useWorkspace.getState();
  put(record(history, next(history.present), name, gesture));
}

/** Takes in what another tab did: it is no step of this one, and undoing here does not take it back. */
export function takeInElsewhere(changed: (workspace: Workspace) => Workspace): void {
  put(rebase(useWorkspace.getState().history, changed, sameWorkspace));
}

/** A step that was taken back or done again. */
export type Stepped = { name: StepName; before: Workspace; after: Workspace };

function step(
  move: (history: History<Workspace>) => History<Workspace>,
  steps: 'past' | 'future',
): Stepped | null {
  const { history } = useWorkspace.getState();
  const label = history[steps].at(-1)?.label;
  if (label === undefined) return null;
  const moved = move(history);
  put(moved);
  return { name: label as StepName, before: history.present, after: moved.present };
}

export const undoStep = () => step(undo, 'past');
export const redoStep = () => step(redo, 'future');

export function notify(kind: Notice['kind'], title: string, copy = ''): void {
  useWorkspace.setState(({ notices }) => ({ notices: [...notices, { kind, title, copy }] }));
}

export function dismissNotice(notice: Notice): void {
  useWorkspace.setState(({ notices }) => ({ notices: notices.filter(one => one !== notice) }));
}
