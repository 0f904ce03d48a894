import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { database } from './database.ts';
import { newId } from './identity.ts';
import { whenQuiet } from './pauses.ts';
import { type Moment, readableVersion, sameContent, superfluous, type Version } from './versions.ts';
import { useView } from './view.ts';
import { useWorkspace } from './workspace.ts';

/** A pause in a row of changes; a row without one is kept every five minutes. */
const quietMs = 30_000;
const latestMs = 5 * 60_000;

/**
 * Keeps what a scenario is now as a version, unless the last one is the same; one that is given a name gives it to that
 * one then. What is no longer needed goes. Rejects where the browser cannot keep it.
 */
export async function keepVersion(document: ScenarioDocument, moment: Moment, name = ''): Promise<void> {
  const work = (await database()).transaction('versions', 'readwrite');
  const there = await work.store.index('scenario').getAll(document.id);
  const versions = there.flatMap(one => readableVersion(one) ?? []);
  const last = versions.reduce<Version | null>((a, b) => (a === null || b.at > a.at ? b : a), null);
  const same = last !== null && sameContent(last.document, document);
  const id = newId();
  const at = new Date().toISOString();
  const next: Version = { id, scenario: document.id, at, moment, name, document };
  // A version that has a name keeps it; a second name is a second version.
  if (!same || (name !== '' && last.moment === 'named')) await work.store.put(next);
  else if (name !== '') await work.store.put({ ...last, moment, name });
  for (const old of superfluous([...versions, next], Date.parse(at))) {
    if (old !== id) await work.store.delete(old);
  }
  await work.done;
}

/** The same where nobody waits for it: a browser that cannot keep it says so about the scenarios themselves. */
export function keepVersionSoon(document: ScenarioDocument, moment: Moment): void {
  keepVersion(document, moment).catch(() => undefined);
}

/** Versions of a scenario in this browser, the latest first. */
export async function versionsOf(scenario: string): Promise<Version[]> {
  const there = await (await database()).getAllFromIndex('versions', 'scenario', scenario);
  return there.flatMap(one => readableVersion(one) ?? []).sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Versions of scenarios that are gone for good go too. Only keys are read, as versions are large and many. */
export async function dropOrphans(): Promise<void> {
  const work = (await database()).transaction(['scenarios', 'versions'], 'readwrite');
  const alive = new Set<IDBValidKey>(await work.objectStore('scenarios').getAllKeys());
  const versions = work.objectStore('versions');
  let cursor = await versions.index('scenario').openKeyCursor();
  while (cursor !== null) {
    if (!alive.has(cursor.key)) await versions.delete(cursor.primaryKey);
    cursor = await cursor.continue();
  }
  await work.done;
}

/** Where there is no more room, scenarios go before their history: versions without a name go. Answers whether there were any. */
export async function dropUnnamed(): Promise<boolean> {
  const work = (await database()).transaction('versions', 'readwrite');
  let dropped = false;
  let cursor = await work.store.openCursor();
  while (cursor !== null) {
    if (cursor.value.moment !== 'named') {
      await cursor.delete();
      dropped = true;
    }
    cursor = await cursor.continue();
  }
  await work.done;
  return dropped;
}

/** From now on keeps versions of what is opened and changed. */
export function keepVersions(): void {
  const changed = new Set<string>();
  const keepChanged = () => {
    for (const one of useWorkspace.getState().workspace.scenarios) {
      if (changed.has(one.id)) keepVersionSoon(one, 'paused');
    }
    changed.clear();
  };
  const touched = whenQuiet(keepChanged, quietMs, latestMs);
  useWorkspace.subscribe(({ workspace: { scenarios } }, { workspace: before }) => {
    if (scenarios === before.scenarios) return;
    const known = new Map(before.scenarios.map(one => [one.id, one]));
    for (const one of scenarios) {
      const was = known.get(one.id);
      if (was !== undefined && was !== one) changed.add(one.id);
    }
    if (changed.size > 0) touched();
  });
  let open: string | null = null;
  const opened = () => {
    const { scenario } = useView.getState();
    const { workspace, kept } = useWorkspace.getState();
    if (scenario === open || kept === 'reading') return;
    open = scenario;
    const document = workspace.scenarios.find(one => one.id === scenario);
    if (document !== undefined) keepVersionSoon(document, 'opened');
  };
  useView.subscribe(opened);
  useWorkspace.subscribe(opened);
}
