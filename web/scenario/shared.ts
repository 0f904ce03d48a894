import { create } from 'zustand';
import { ProblemError } from '../../core/problem.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { ServerLink } from '../state/database.ts';
import { useFrozen } from '../state/frozen.ts';
import { rememberLink } from '../state/serverLinks.ts';
import { setView, useView } from '../state/view.ts';
import { useWorkspace } from '../state/workspace.ts';
import { type LinkKey, linkIn, listLinks, type OpenedLink, openLink } from './linkApi.ts';
import { openScenario } from './opening.ts';
import { duplicateScenario, scenarioOf, takeIn } from './steps.ts';
import { takeLatest } from './versionSteps.ts';

type Opening = { state: 'none' } | { state: 'opening' } | { state: 'failed'; error: unknown };

/** The link in the address that is being opened, or that could not be. */
export const useShared = create<{ opening: Opening }>()(() => ({ opening: { state: 'none' } }));

/** Opens the link that the page was opened with, and any that is put in the address later. */
export function openSharedLinks(): void {
  window.addEventListener('hashchange', openShared);
  // Whoever opens a scenario has left a link that opens nothing.
  useView.subscribe(({ scenario }) => {
    if (scenario !== null && useShared.getState().opening.state === 'failed') leaveShared();
  });
  openShared();
}

export function openShared(): void {
  const key = linkIn(location.hash);
  if (key === null || useFrozen.getState().frozen?.fragment === location.hash) return;
  useFrozen.setState({ asked: location.hash });
  setView({ place: 'scenario', scenario: null });
  useShared.setState({ opening: { state: 'opening' } });
  void whenRead()
    .then(() => openLink(key))
    .then(opened => show(key, opened))
    .then(
      () => useShared.setState({ opening: { state: 'none' } }),
      (error: unknown) => useShared.setState({ opening: { state: 'failed', error } }),
    );
}

/** Leaves a link that opens nothing. */
export function leaveShared(): void {
  useShared.setState({ opening: { state: 'none' } });
  clearFragment();
}

function clearFragment(): void {
  useFrozen.setState({ asked: null });
  history.replaceState(history.state, '', location.pathname + location.search);
}

/** What the link opens is laid beside what this browser has, so that has to be known first. */
function whenRead(): Promise<void> {
  return new Promise(done => {
    const check = () => useWorkspace.getState().kept !== 'reading';
    if (check()) {
      done();
      return;
    }
    const stop = useWorkspace.subscribe(() => {
      if (!check()) return;
      stop();
      done();
    });
  });
}

async function show(key: LinkKey, opened: OpenedLink): Promise<void> {
  if (opened.kind === 'editable') {
    await workOn(key, opened);
    return;
  }
  const { document: original, revision, updatedAt } = opened;
  const document = { ...original, id: `shared-${key.id}` };
  const fragment = useFrozen.getState().asked ?? '';
  useFrozen.setState({ frozen: { document, original, revision, updatedAt, fragment }, asked: null });
  openScenario(document);
}

/** Whether a link leads to the scenario that this browser has on the server itself. */
async function isToOwn(own: ServerLink, link: string): Promise<boolean> {
  try {
    return (await listLinks(own)).some(({ id }) => id === link);
  } catch (error) {
    // What this browser had on the server is gone, so that no link leads to it.
    if (error instanceof ProblemError && error.code === 'not-found') return false;
    throw error;
  }
}

/** What is here under the same number and is another scenario on the server goes on beside it, with its own way there. */
async function setAside(here: ScenarioDocument, own: ServerLink): Promise<void> {
  duplicateScenario(here.id);
  const { scenario } = useView.getState();
  if (scenario !== null) await rememberLink({ ...own, scenario });
}

/** A scenario that is worked on together becomes one of this browser, that knows the way back to the server. */
async function workOn({ id, secret }: LinkKey, { document, revision }: OpenedLink): Promise<void> {
  const here = scenarioOf(document.id);
  const link = useWorkspace.getState().links.get(document.id);
  const known = link !== undefined && link.secret !== null;
  const own = known && link.via !== 'link';
  const toOwn = own && (await isToOwn(link, id));
  // The secret is kept with the scenarios from here on; the address bar need not show it.
  clearFragment();
  const way: ServerLink = {
    scenario: document.id,
    serverId: id,
    via: 'link',
    secret,
    revision,
    storedUpdatedAt: document.updatedAt,
  };
  if (own && !toOwn) {
    if (here !== null) await setAside(here, link);
    takeLatest(document);
    await rememberLink(way);
    return;
  }
  // Work that the server does not have goes on; sending it compares with what is there.
  if (here !== null && known && here.updatedAt !== link.storedUpdatedAt) {
    // By a new link it may be another scenario there: no revision of the old one says anything of it.
    const unchanged = document.updatedAt === link.storedUpdatedAt;
    const byNewLink = { ...way, revision: unchanged ? revision : 0, storedUpdatedAt: link.storedUpdatedAt };
    if (!own) await rememberLink(link.serverId === id ? { ...link, secret } : byNewLink);
    openScenario(here);
    return;
  }
  // One that has nothing of its own since gives way in silence; anything else that is here is set aside.
  if (here !== null && known) takeLatest(document);
  else takeIn(document);
  await rememberLink(own ? { ...link, revision, storedUpdatedAt: document.updatedAt } : way);
}
