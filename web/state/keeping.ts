import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { faultOfKeeping } from './faults.ts';
import { newId } from './identity.ts';
import { leaveBehind, leftBehind } from './journal.ts';
import { isOwing, whenNotWritten, withOwed, writeOwed } from './owed.ts';
import { pauseAfter } from './pauses.ts';
import { type Kept, stateOf, unsaved, withKept } from './records.ts';
import { type Outcome, readKept, writeChanges } from './storage.ts';
import { tellOthers, whenTold } from './tabs.ts';
import { copyTitle } from './titles.ts';
import { dropOrphans, dropUnnamed } from './versionKeeping.ts';
import { setView, useView } from './view.ts';
import { notify, takeInElsewhere, useWorkspace } from './workspace.ts';

/**
 * Keeps the workspace in this browser, together with every other tab: each change is written at once, and what
 * another tab wrote appears here. What is to be written is what differs from `kept`.
 */
const tab = newId();
const kept = new Map<string, Kept>();

/** Reading and writing take turns; starts with reading. */
let turn: Promise<void> = Promise.resolve();
let planned = false;

const toWrite = () => unsaved(useWorkspace.getState().workspace, kept, tab);
const nothingToKeep = () => toWrite().length === 0 && !isOwing();

/** Whether what the browser keeps was read; until then nothing of it is written over. */
let read = false;
let failures = 0;
let retry: ReturnType<typeof setTimeout> | undefined;
/** Tabs whose changes are on screen and could not be kept yet. */
let adopted: readonly string[] = [];

function failed(error: unknown): void {
  failures += 1;
  useWorkspace.setState({ kept: 'failed', fault: faultOfKeeping(error) });
  clearTimeout(retry);
  retry = setTimeout(keepAgain, pauseAfter(failures));
}

/** Tries once more to read and keep everything. */
export function keepAgain(): void {
  clearTimeout(retry);
  turn = turn.then(keepAll);
}

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

async function writeScenarios(): Promise<void> {
  const changes = toWrite();
  if (changes.length === 0) return;
  const outcomes = await writeChanges(changes, copyOf);
  outcomes.forEach(settled);
  tellOthers();
}

/** Scenarios, and then what belongs to them: the ways to the server, what waits, the links that were given out. */
async function writeNow(): Promise<void> {
  await writeScenarios();
  if (!isOwing()) return;
  await writeOwed();
  tellOthers();
}

/** The same; where the browser is full, the history without names makes room. */
async function writeMakingRoom(): Promise<void> {
  try {
    await writeNow();
  } catch (error) {
    if (faultOfKeeping(error) !== 'full' || !(await dropUnnamed())) throw error;
    await writeNow();
  }
}

async function keepAll(): Promise<void> {
  planned = false;
  try {
    const first = !read;
    if (first) await begin();
    await writeMakingRoom();
    if (first) dropOrphans().catch(() => undefined);
    for (const gone of adopted) leaveBehind(gone, []);
    adopted = [];
    failures = 0;
    if (nothingToKeep()) useWorkspace.setState({ kept: 'kept', fault: null });
    // What was taken back while it was written looked kept at that moment, and is not any more.
    else writeSoon();
  } catch (error) {
    failed(error);
  }
}

/** In this very moment when nothing is under way; what changes meanwhile is written together after it. */
function writeSoon(): void {
  if (toWrite().length === 0) return;
  // What cannot be kept is said without a break until it can.
  if (useWorkspace.getState().kept !== 'failed') useWorkspace.setState({ kept: 'saving' });
  if (planned) return;
  planned = true;
  turn = turn.then(keepAll);
}

/** Takes in what other tabs wrote. What this one changed meanwhile waits for its own write, which compares. */
async function catchUp(): Promise<void> {
  const { kept: stored, links, waiting } = await readKept();
  const mine = new Set(toWrite().map(one => one.id));
  const ids = new Set(stored.map(one => one.id));
  for (const record of stored) {
    const known = kept.get(record.id);
    const news = known?.revision !== record.revision || known.by !== record.by;
    if (news && !mine.has(record.id)) take(record.id, record);
  }
  for (const id of [...kept.keys()]) if (!ids.has(id) && !mine.has(id)) take(id, null);
  const waits = withOwed(
    'waiting',
    waiting.map(one => [one.scenario, one]),
  );
  useWorkspace.setState({
    links: withOwed(
      'links',
      links.map(link => [link.scenario, link]),
    ),
    waiting: new Map([...waits].map(([id, { since }]) => [id, since])),
  });
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
    .catch(failed);
}

/** What tabs left behind when they went is written first, as if they had been given the time. */
async function writeLeftBehind(): Promise<void> {
  for (const { tab: gone, changes } of leftBehind()) {
    if (adopted.includes(gone)) continue;
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

async function begin(): Promise<void> {
  try {
    await writeLeftBehind();
    await catchUp();
  } catch (error) {
    showLeftBehind();
    throw error;
  }
  read = true;
  forgetLongDeleted();
}

/** Where the browser keeps nothing, what tabs left behind is at least on screen, until it can be kept. */
function showLeftBehind(): void {
  if (adopted.length > 0) return;
  const left = leftBehind();
  adopted = left.map(one => one.tab);
  for (const { id, document, deletedAt } of left.flatMap(one => one.changes)) {
    takeInElsewhere(workspace => withKept(workspace, id, { document, deletedAt }));
  }
}

/** A name or number that was typed and not confirmed counts too; then what is not written yet is left behind. */
function leave(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  if (!leaveBehind(tab, toWrite())) return;
  for (const gone of adopted) leaveBehind(gone, []);
}

/** Where nothing can be kept, the browser asks before the page goes. */
function hold(event: BeforeUnloadEvent): void {
  if (useWorkspace.getState().kept === 'failed' && !nothingToKeep()) event.preventDefault();
}

/** Reads what this browser kept, and from then on writes every change and takes in those of other tabs. */
export function openWorkspace(): void {
  turn = keepAll();
  useWorkspace.subscribe((state, before) => {
    if (state.workspace !== before.workspace) writeSoon();
  });
  whenTold(catchUpSoon);
  // At once, because there may be history that makes room; where there is not, it says so and tries on.
  whenNotWritten(keepAgain);
  window.addEventListener('pagehide', leave);
  window.addEventListener('beforeunload', hold);
  // A page that comes back from the browser's cache slept through what others did.
  window.addEventListener('pageshow', event => {
    if (!event.persisted) return;
    leaveBehind(tab, []);
    catchUpSoon();
    writeSoon();
  });
}
