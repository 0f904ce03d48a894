import { ProblemError } from '../../core/problem.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { parseScenario } from '../../core/scenario/parse.ts';
import { apiUrl, send } from '../data/http.ts';
import type { ServerLink } from '../state/database.ts';
import { sameContent } from '../state/versions.ts';

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

/** Where a scenario is, and the header that proves the right to change it there. */
const addressOf = ({ via, serverId, secret }: Pick<ServerLink, 'via' | 'serverId' | 'secret'>) => ({
  path: apiUrl(`/${via === 'link' ? 'links' : 'scenarios'}/${encodeURIComponent(serverId)}`),
  key: { [via === 'link' ? 'x-link-secret' : 'x-scenario-secret']: secret ?? '' },
});

/**
 * Stores a later version. Answers the conflict when someone else was first: nothing is overwritten then. Where the
 * server has the very same already, as after an answer that was lost, it is stored.
 */
export async function updateScenario(
  document: ScenarioDocument,
  link: ServerLink,
): Promise<ServerLink | Conflict> {
  const { path, key } = addressOf(link);
  try {
    const response = await send(path, {
      method: 'PUT',
      headers: { ...json, 'if-match': `"${link.revision}"`, ...key },
      body: JSON.stringify(document),
    });
    const { revision } = (await response.json()) as { revision: number };
    return { ...link, revision, storedUpdatedAt: document.updatedAt };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'precondition-failed') throw error;
    const { document: theirs, revision } = await latestOf(link);
    if (sameContent(theirs, document)) return { ...link, revision, storedUpdatedAt: document.updatedAt };
    return { document: theirs, revision };
  }
}

/** What the server has now of a scenario that this browser knows the way to. */
export async function latestOf(link: Pick<ServerLink, 'via' | 'serverId' | 'secret'>): Promise<Conflict> {
  const { path, key } = addressOf(link);
  const { document, revision } = (await (await send(path, { headers: key })).json()) as Conflict;
  return { document: parseScenario(document), revision };
}

export async function openStored(serverId: string): Promise<Stored> {
  const response = await send(apiUrl(`/scenarios/${encodeURIComponent(serverId)}`));
  return (await response.json()) as Stored;
}

/** The number alone, also out of a pasted address. */
export const numberIn = (text: string) => text.trim().split(/[/=]/).pop() ?? '';

type ServerVersion = { revision: number; title: string; edits: number; storedAt: string };
const owner = ({ secret }: ServerLink) => ({ headers: { 'x-scenario-secret': secret ?? '' } });
const versionsAt = ({ serverId }: ServerLink) => `/scenarios/${encodeURIComponent(serverId)}/versions`;

/** What the server has kept of one's own scenario, the latest first. */
export async function serverVersions(link: ServerLink): Promise<ServerVersion[]> {
  const response = await send(apiUrl(versionsAt(link)), owner(link));
  return ((await response.json()) as { versions: ServerVersion[] }).versions;
}

export async function serverVersion(link: ServerLink, revision: number): Promise<ScenarioDocument> {
  const response = await send(apiUrl(`${versionsAt(link)}/${revision}`), owner(link));
  return parseScenario(((await response.json()) as { document: unknown }).document);
}
