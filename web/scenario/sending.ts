import { create } from 'zustand';
import { ProblemError } from '../../core/problem.ts';
import { pauseAfter } from '../state/pauses.ts';
import { forgetLink, rememberLink, stopWaiting, wait } from '../state/serverLinks.ts';
import { keepVersionSoon } from '../state/versionKeeping.ts';
import { useView } from '../state/view.ts';
import { notify, useWorkspace } from '../state/workspace.ts';
import { type Conflict, storeScenario, updateScenario } from './server.ts';
import { scenarioOf, takeIn } from './steps.ts';
import { keepBeside, takeLatest } from './versionSteps.ts';

/** What is going on between this browser and the server about one scenario; that it waits is kept, and not here. */
export type Work =
  | { state: 'busy' }
  | { state: 'failed'; error: unknown }
  /** The server has a version of someone else. */
  | { state: 'conflict'; with: Conflict };

export const useSending = create<{ work: ReadonlyMap<string, Work> }>()(() => ({ work: new Map() }));

function put(id: string, work: Work | null): void {
  useSending.setState(({ work: all }) => {
    const next = new Map(all);
    if (work === null) next.delete(id);
    else next.set(id, work);
    return { work: next };
  });
}

const workOn = (id: string) => useSending.getState().work.get(id);

/** Nobody answered, or not now: sending the same later may well do. */
function worthWaiting(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false;
  const { status } = error.details;
  return ['unavailable', 'too-many-requests'].includes(error.code) || status === 502 || status === 504;
}

let failures = 0;
let retry: ReturnType<typeof setTimeout> | undefined;

/**
 * Gives the server what the scenario is now. Where nobody answers it waits, and is sent later as it is by then. Answers
 * whether the server has it.
 */
export async function sendScenario(id: string): Promise<boolean> {
  const scenario = scenarioOf(id);
  if (scenario === null || workOn(id)?.state === 'busy') return false;
  const link = useWorkspace.getState().links.get(id);
  put(id, { state: 'busy' });
  try {
    const own = link !== undefined && link.secret !== null;
    const answer = own ? await updateScenario(scenario, link) : await storeScenario(scenario);
    if (!('serverId' in answer)) {
      meetConflict(id, answer);
      return false;
    }
    await rememberLink(answer);
    await stopWaiting(id);
    put(id, null);
    return true;
  } catch (error) {
    await cannotSend(id, error);
    return false;
  }
}

async function cannotSend(id: string, error: unknown): Promise<void> {
  if (worthWaiting(error)) {
    put(id, null);
    await wait(id);
    plan();
    return;
  }
  await stopWaiting(id);
  put(id, { state: 'failed', error });
}

function meetConflict(id: string, theirs: Conflict): void {
  put(id, { state: 'conflict', with: theirs });
  if (useView.getState().scenario !== id) notify('conflict', scenarioOf(id)?.title ?? '');
}

/** Sends what waits, unless another tab is at it. */
async function sendWaiting(): Promise<void> {
  const { waiting, workspace } = useWorkspace.getState();
  let sent = true;
  for (const id of waiting.keys()) {
    if (workOn(id)?.state === 'conflict') continue;
    if (workspace.scenarios.every(one => one.id !== id)) await stopWaiting(id);
    else sent = (await sendScenario(id)) && sent;
  }
  if (sent) failures = 0;
}

function tryWaiting(): void {
  clearTimeout(retry);
  if (useWorkspace.getState().waiting.size === 0) return;
  // Where there are no locks (plain HTTP from elsewhere) two tabs may both send; the second meets the same content.
  if (!('locks' in navigator)) void sendWaiting();
  else {
    void navigator.locks.request('buurtbalans-sending', { ifAvailable: true }, lock =>
      lock === null ? plan() : sendWaiting(),
    );
  }
}

function plan(): void {
  failures += 1;
  clearTimeout(retry);
  retry = setTimeout(tryWaiting, pauseAfter(failures));
}

/** Sends what waits when the page opens, when the connection is back, and again after ever longer pauses. */
export function keepSending(): void {
  window.addEventListener('online', tryWaiting);
  const stop = useWorkspace.subscribe(({ kept }) => {
    if (kept === 'reading') return;
    stop();
    tryWaiting();
  });
}

/** Now, for someone who does not want to wait for the pause. */
export const sendNow = tryWaiting;

/** The three ways out of a conflict. */

async function takeRevision(id: string, { document, revision }: Conflict): Promise<void> {
  const link = useWorkspace.getState().links.get(id);
  if (link !== undefined) await rememberLink({ ...link, revision, storedUpdatedAt: document.updatedAt });
  await stopWaiting(id);
  put(id, null);
}

export async function takeTheirs(id: string, theirs: Conflict): Promise<void> {
  takeIn({ ...theirs.document, id }, 'server');
  await takeRevision(id, theirs);
}

/** Where nothing was done here that the server does not have. */
export async function fetchLatest(id: string, theirs: Conflict): Promise<void> {
  takeLatest({ ...theirs.document, id });
  await takeRevision(id, theirs);
}

export async function keepBoth(id: string, theirs: Conflict): Promise<void> {
  keepBeside(id, { ...theirs.document, id });
  await takeRevision(id, theirs);
}

/** Ours becomes the next version; theirs stays a version, there and here. */
export async function putMine(id: string, theirs: Conflict): Promise<void> {
  const link = useWorkspace.getState().links.get(id);
  if (link === undefined) return;
  keepVersionSoon({ ...theirs.document, id }, 'before');
  await rememberLink({ ...link, revision: theirs.revision });
  await sendScenario(id);
}

/** Goes on without the scenario or link there was, which is gone, with one of one's own. */
export async function sendAsNew(id: string): Promise<void> {
  await forgetLink(id);
  await sendScenario(id);
}

/** Leaves a conflict for later; sending again meets it again. */
export const decideLater = async (id: string): Promise<void> => {
  await stopWaiting(id);
  put(id, null);
};
