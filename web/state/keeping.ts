import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { newId } from './identity.ts';
import { leaveBehind, leftBehind } from './journal.ts';
import { type Kept, stateOf, unsaved, withKept } from './records.ts';
import { keepLink, type Outcome, readKept, type ServerLink, writeChanges } from './storage.ts';
import { copyTitle } from './titles.ts';
import { setView, useView } from './view.ts';
import { notify, takeInElsewhere, useWorkspace } from './workspace.ts';

/**
 * Keeps the workspace in this browser, together with every other tab: each change is written at once, and what
 * another tab wrote appears here. What is to be written is what differs from `kept`.
 */
const tab = newId();
const kept = new Map<string, Kept>();
const others = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('buurtbalans');

/** Reading and writing take turns; starts with reading. */
let turn: Promise<void> = Promise.resolve();
let planned = false;

const toWrite = () => unsaved(useWorkspace.getState().workspace, kept, tab);
const tellOthers = () => others?.postMessage('changed');

const copyOf = (document: ScenarioDocument): ScenarioDocument => ({
  ...document,
  id: newId(),
  title: copyTitle(useWorkspace.getState().workspace, document.title),
});

function remember(id: string, record: Kept | null): void {
  if (record === null) kept.delete(id);
  else kept.set(id, record);
}

function take(id: string, record: Kept | null): void {
  remember(id, record);
  takeInElsewhere(workspace => withKept(workspace, id, record));
}

/** Another tab changed the scenario too: its version keeps the place, ours goes on as a copy, with what was done meanwhile. */
function keepBoth({ change, kept: theirs }: Outcome, copy: Kept): void {
  const { id } = change;
  const latest = stateOf(useWorkspace.getState().workspace, id).document ?? copy.document;
  const { title } = copy.document;
  const mine = latest === change.document ? copy.document : { ...latest, id: copy.id, title };
  remember(copy.id, copy);
  takeInElsewhere(workspace => withKept(workspace, copy.id, { ...copy, document: mine }));
  take(id, theirs);
  if (useView.getState().scenario === id) setView({ scenario: copy.id });
  notify('both', theirs?.document.title ?? title, title);
}

function settled(outcome: Outcome): void {
  const { change, settled: how, kept: record, copy } = outcome;
  if (how === 'both' && copy !== null) keepBoth(outcome, copy);
  else if (how === 'theirs') {
    take(change.id, record);
    notify('theirs', record?.document.title ?? '');
  } else if (record === null || change.document === null) remember(change.id, record);
  else remember(change.id, { ...record, document: change.document });
}

async function writeNow(): Promise<void> {
  planned = false;
  const changes = toWrite();
  if (changes.length === 0) return;
  try {
    const outcomes = await writeChanges(changes, copyOf);
    outcomes.forEach(settled);
    tellOthers();
    if (toWrite().length === 0) useWorkspace.setState({ kept: 'kept' });
  } catch {
    useWorkspace.setState({ kept: 'failed' });
  }
}

/** In this very moment when nothing is under way; what changes meanwhile is written together after it. */
function writeSoon(): void {
  if (toWrite().length === 0) return;
  useWorkspace.setState({ kept: 'saving' });
  if (planned) return;
  planned = true;
  turn = turn.then(writeNow);
}

/** Takes in what other tabs wrote. What this one changed meanwhile waits for its own write, which compares. */
async function catchUp(): Promise<void> {
  const { kept: stored, links } = await readKept();
  const mine = new Set(toWrite().map(one => one.id));
  const ids = new Set(stored.map(one => one.id));
  for (const record of stored) {
    const known = kept.get(record.id);
    const news = known?.revision !== record.revision || known.by !== record.by;
    if (news && !mine.has(record.id)) take(record.id, record);
  }
  for (const id of [...kept.keys()]) if (!ids.has(id) && !mine.has(id)) take(id, null);
  useWorkspace.setState({ links: new Map(links.map(link => [link.scenario, link])) });
}

let catching = false;
function catchUpSoon(): void {
  if (catching) return;
  catching = true;
  turn = turn
    .then(() => {
      catching = false;
      return catchUp();
    })
    .catch(() => useWorkspace.setState({ kept: 'failed' }));
}

/** What tabs left behind when they went is written first, as if they had been given the time. */
async function writeLeftBehind(): Promise<void> {
  for (const { tab: gone, changes } of leftBehind()) {
    for (const { kept: theirs, copy } of await writeChanges(changes, copyOf)) {
      if (copy !== null) notify('both', theirs?.document.title ?? '', copy.document.title);
    }
    leaveBehind(gone, []);
    tellOthers();
  }
}

/** A deleted scenario can be put back for thirty days. */
const keptDeletedMs = 30 * 24 * 3600 * 1000;

function forgetLongDeleted(): void {
  const since = new Date(Date.now() - keptDeletedMs).toISOString();
  takeInElsewhere(workspace => ({
    ...workspace,
    deleted: workspace.deleted.filter(one => one.deletedAt > since),
  }));
}

async function start(): Promise<void> {
  try {
    await writeLeftBehind();
    await catchUp();
    useWorkspace.setState({ kept: 'kept' });
    forgetLongDeleted();
  } catch {
    useWorkspace.setState({ kept: 'failed' });
  }
}

/** A name or number that was typed and not confirmed counts too; then what is not written yet is left behind. */
function leave(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  leaveBehind(tab, toWrite());
}

/** Reads what this browser kept, and from then on writes every change and takes in those of other tabs. */
export function openWorkspace(): void {
  turn = start();
  useWorkspace.subscribe((state, before) => {
    if (state.workspace !== before.workspace) writeSoon();
  });
  others?.addEventListener('message', catchUpSoon);
  window.addEventListener('pagehide', leave);
  // A page that comes back from the browser's cache slept through what others did.
  window.addEventListener('pageshow', event => {
    if (!event.persisted) return;
    leaveBehind(tab, []);
    catchUpSoon();
    writeSoon();
  });
}

export async function rememberLink(link: ServerLink): Promise<void> {
  useWorkspace.setState(({ links }) => ({ links: new Map(links).set(link.scenario, link) }));
  try {
    await keepLink(link);
    tellOthers();
  } catch {
    useWorkspace.setState({ kept: 'failed' });
  }
}
