import { database, type ServerLink } from './database.ts';
import { tellOthers } from './tabs.ts';
import { useWorkspace } from './workspace.ts';

/** Where scenarios are on the server, and which of them have to go there still; kept like the scenarios themselves. */

/** What was decided here holds in this tab, also where the browser cannot keep it. */
async function kept(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
    tellOthers();
  } catch {
    useWorkspace.setState({ kept: 'failed' });
  }
}

/** Links that are not written yet: a secret is given out once, so they stay until they are. */
const unwritten = new Map<string, ServerLink>();

export const linksToKeep = (): ReadonlyMap<string, ServerLink> => unwritten;

async function write(link: ServerLink): Promise<void> {
  await (await database()).put('links', link);
  if (unwritten.get(link.scenario) === link) unwritten.delete(link.scenario);
}

/** Writes what could not be written before. Rejects where it cannot be now either. */
export async function keepLinks(): Promise<void> {
  for (const link of [...unwritten.values()]) await write(link);
}

export async function rememberLink(link: ServerLink): Promise<void> {
  unwritten.set(link.scenario, link);
  useWorkspace.setState(({ links }) => ({ links: new Map(links).set(link.scenario, link) }));
  await kept(() => write(link));
}

/** The scenario is no longer on the server as far as this browser goes. */
export async function forgetLink(scenario: string): Promise<void> {
  unwritten.delete(scenario);
  useWorkspace.setState(({ links }) => {
    const left = new Map(links);
    left.delete(scenario);
    return { links: left };
  });
  await kept(async () => (await database()).delete('links', scenario));
}

/** The scenario goes to the server as soon as it can, also after a reload. */
export async function wait(scenario: string): Promise<void> {
  if (useWorkspace.getState().waiting.has(scenario)) return;
  const since = new Date().toISOString();
  useWorkspace.setState(({ waiting }) => ({ waiting: new Map(waiting).set(scenario, since) }));
  await kept(async () => (await database()).put('waiting', { scenario, since }));
}

export async function stopWaiting(scenario: string): Promise<void> {
  if (!useWorkspace.getState().waiting.has(scenario)) return;
  useWorkspace.setState(({ waiting }) => {
    const left = new Map(waiting);
    left.delete(scenario);
    return { waiting: left };
  });
  await kept(async () => (await database()).delete('waiting', scenario));
}
