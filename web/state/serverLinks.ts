import type { ServerLink } from './database.ts';
import { dropRecord, keepRecord } from './owed.ts';
import { useWorkspace } from './workspace.ts';

/** Where scenarios are on the server, and which of them have to go there still; kept like the scenarios themselves. */

/** A secret is given out once, so a link that cannot be kept holds in this tab until it can. */
export async function rememberLink(link: ServerLink): Promise<void> {
  useWorkspace.setState(({ links }) => ({ links: new Map(links).set(link.scenario, link) }));
  await keepRecord('links', link.scenario, link);
}

/** The scenario is no longer on the server as far as this browser goes. */
export async function forgetLink(scenario: string): Promise<void> {
  useWorkspace.setState(({ links }) => {
    const left = new Map(links);
    left.delete(scenario);
    return { links: left };
  });
  await dropRecord('links', scenario);
}

/** The scenario goes to the server as soon as it can, also after a reload. */
export async function wait(scenario: string): Promise<void> {
  if (useWorkspace.getState().waiting.has(scenario)) return;
  const since = new Date().toISOString();
  useWorkspace.setState(({ waiting }) => ({ waiting: new Map(waiting).set(scenario, since) }));
  await keepRecord('waiting', scenario, { scenario, since });
}

export async function stopWaiting(scenario: string): Promise<void> {
  if (!useWorkspace.getState().waiting.has(scenario)) return;
  useWorkspace.setState(({ waiting }) => {
    const left = new Map(waiting);
    left.delete(scenario);
    return { waiting: left };
  });
  await dropRecord('waiting', scenario);
}
