import { create } from 'zustand';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { type History, record, redo, startHistory, undo } from '../../core/scenario/history.ts';
import type { nl } from '../i18n/nl.ts';
import { keepLink, keepScenarios, readKept, type ServerLink } from './storage.ts';
import { setView, useView } from './view.ts';

/** All scenarios of this browser. One value, so that creating, renaming and deleting can be undone like any edit. */
export type Workspace = { scenarios: readonly ScenarioDocument[] };
/** What a step is called in the texts. */
export type StepName = keyof typeof nl.scenario.history;

type State = {
  history: History<Workspace>;
  workspace: Workspace;
  links: ReadonlyMap<string, ServerLink>;
  kept: 'reading' | 'kept' | 'saving' | 'failed';
};

export const useWorkspace = create<State>()(() => {
  const history = startHistory<Workspace>({ scenarios: [] });
  return { history, workspace: history.present, links: new Map(), kept: 'reading' };
});

const put = (history: History<Workspace>) => useWorkspace.setState({ history, workspace: history.present });

let lastKept: readonly ScenarioDocument[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

async function keepNow(): Promise<void> {
  const { scenarios } = useWorkspace.getState().workspace;
  try {
    await keepScenarios(scenarios, lastKept);
    lastKept = scenarios;
    useWorkspace.setState({ kept: 'kept' });
  } catch {
    useWorkspace.setState({ kept: 'failed' });
  }
}

/** A typed name or a moving slider changes often; a third of a second of rest writes it. */
function keepSoon(): void {
  useWorkspace.setState({ kept: 'saving' });
  clearTimeout(timer);
  timer = setTimeout(() => void keepNow(), 300);
}

/** Reads what this browser kept, and writes every change from then on, the last one also while leaving. */
export async function openWorkspace(): Promise<void> {
  try {
    const { scenarios, links } = await readKept();
    const ordered = [...scenarios].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
    lastKept = ordered;
    put(startHistory<Workspace>({ scenarios: ordered }));
    useWorkspace.setState({ links: new Map(links.map(link => [link.scenario, link])), kept: 'kept' });
  } catch {
    useWorkspace.setState({ kept: 'failed' });
  }
  window.addEventListener('pagehide', () => {
    if (useWorkspace.getState().kept === 'saving') void keepNow();
  });
}

/** Changes the workspace as one step; changes of one `gesture` in a row are one step together. */
export function change(
  name: StepName,
  next: (workspace: Workspace) => Workspace,
  gesture: string | null = null,
) {
  const { history } = useWorkspace.getState();
  put(record(history, next(history.present), name, gesture));
  keepSoon();
}

/** After a step back or forward the scenario that appeared is opened and one that went is closed. */
function follow(before: Workspace, after: Workspace): void {
  const open = useView.getState().scenario;
  const appeared = after.scenarios.find(one => !before.scenarios.some(old => old.id === one.id));
  if (appeared !== undefined) setView({ scenario: appeared.id, place: 'scenario' });
  else if (open !== null && !after.scenarios.some(one => one.id === open)) {
    setView({ scenario: after.scenarios.at(-1)?.id ?? null });
  }
}

function step(move: (history: History<Workspace>) => History<Workspace>): void {
  const { history } = useWorkspace.getState();
  const moved = move(history);
  if (moved === history) return;
  put(moved);
  follow(history.present, moved.present);
  keepSoon();
}

export const undoStep = () => step(undo);
export const redoStep = () => step(redo);

export async function rememberLink(link: ServerLink): Promise<void> {
  useWorkspace.setState(({ links }) => ({ links: new Map(links).set(link.scenario, link) }));
  await keepLink(link).catch(() => useWorkspace.setState({ kept: 'failed' }));
}
