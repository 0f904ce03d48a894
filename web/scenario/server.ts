import { ProblemError } from '../../core/problem.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { apiUrl, send } from '../data/http.ts';
import type { ServerLink } from '../state/storage.ts';

const json = { 'content-type': 'application/json' };

type Stored = { id: string; revision: number; document: ScenarioDocument };

const linkOf = (
  document: ScenarioDocument,
  serverId: string,
  secret: string | null,
  revision: number,
): ServerLink => ({
  scenario: document.id,
  serverId,
  secret,
  revision,
  storedUpdatedAt: document.updatedAt,
});

/** Stores a scenario for the first time; the secret in the answer is shown once and kept by this browser. */
export async function storeScenario(document: ScenarioDocument): Promise<ServerLink> {
  const response = await send(apiUrl('/scenarios'), {
    method: 'POST',
    headers: json,
    body: JSON.stringify(document),
  });
  const { id, secret, revision } = (await response.json()) as {
    id: string;
    secret: string;
    revision: number;
  };
  return linkOf(document, id, secret, revision);
}

/** What the server holds when it is newer than what we last stored. */
export type Conflict = { document: ScenarioDocument; revision: number };

/** Stores a later version. Answers the conflict when someone else was first: nothing is overwritten then. */
export async function updateScenario(
  document: ScenarioDocument,
  link: ServerLink,
): Promise<ServerLink | Conflict> {
  const path = `/scenarios/${encodeURIComponent(link.serverId)}`;
  try {
    const response = await send(apiUrl(path), {
      method: 'PUT',
      headers: { ...json, 'if-match': `"${link.revision}"`, 'x-scenario-secret': link.secret ?? '' },
      body: JSON.stringify(document),
    });
    const { revision } = (await response.json()) as { revision: number };
    return linkOf(document, link.serverId, link.secret, revision);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'precondition-failed') throw error;
    return openStored(link.serverId).then(({ document: theirs, revision }) => ({
      document: theirs,
      revision,
    }));
  }
}

export async function openStored(serverId: string): Promise<Stored> {
  const response = await send(apiUrl(`/scenarios/${encodeURIComponent(serverId)}`));
  return (await response.json()) as Stored;
}

/** The number alone, also out of a pasted address. */
export const numberIn = (text: string) => text.trim().split(/[/=]/).pop() ?? '';
