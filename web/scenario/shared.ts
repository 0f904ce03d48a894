import { create } from 'zustand';
import { useFrozen } from '../state/frozen.ts';
import { rememberLink } from '../state/serverLinks.ts';
import { setView, useView } from '../state/view.ts';
import { useWorkspace } from '../state/workspace.ts';
import { type LinkKey, linkIn, type OpenedLink, openLink } from './linkApi.ts';
import { openScenario } from './opening.ts';
import { scenarioOf, takeIn } from './steps.ts';
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

/** A scenario that is worked on together becomes one of this browser, that knows the way back to the server. */
async function workOn({ id, secret }: LinkKey, { document, revision }: OpenedLink): Promise<void> {
  // The secret is kept with the scenarios from here on; the address bar need not show it.
  clearFragment();
  const here = scenarioOf(document.id);
  const link = useWorkspace.getState().links.get(document.id);
  const known = link !== undefined && link.secret !== null;
  // Work that the server does not have goes on; sending it compares with what is there. A new link replaces the old way.
  if (here !== null && known && here.updatedAt !== link.storedUpdatedAt) {
    if (link.via === 'link') await rememberLink({ ...link, serverId: id, secret });
    openScenario(here);
    return;
  }
  // One that has nothing of its own since gives way in silence; anything else that is here is set aside.
  if (here !== null && known) takeLatest(document);
  else takeIn(document);
  if (known && link.via !== 'link') {
    await rememberLink({ ...link, revision, storedUpdatedAt: document.updatedAt });
    return;
  }
  await rememberLink({
    scenario: document.id,
    serverId: id,
    via: 'link',
    secret,
    revision,
    storedUpdatedAt: document.updatedAt,
  });
}
