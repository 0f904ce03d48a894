import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { parseScenario } from '../../core/scenario/parse.ts';
import { apiUrl, send } from '../data/http.ts';
import { database, type ServerLink } from '../state/database.ts';
import { dropRecord, keepRecord, withOwed } from '../state/owed.ts';

export type LinkKind = 'frozen' | 'editable';
export type GivenLink = {
  id: string;
  kind: LinkKind;
  revision: number | null;
  createdAt: string;
  /** Null where another browser made it: the server does not know the secret either. */
  secret: string | null;
};
export type OpenedLink = {
  kind: LinkKind;
  revision: number;
  updatedAt: string;
  document: ScenarioDocument;
};

/** Both parts that open a link. */
export type LinkKey = { id: string; secret: string };

const name = 'share';

/** The address of a link. Its parts stand after the #, which no browser sends to a server. */
export const linkAddress = ({ id, secret }: LinkKey): string =>
  `${location.origin}${location.pathname}#${name}=${id}.${secret}`;

/** The link in the end of an address, or null where it is none; one that was cut off opens nothing. */
export function linkIn(fragment: string): LinkKey | null {
  if (!fragment.startsWith(`#${name}=`)) return null;
  const [id = '', secret = ''] = fragment.slice(name.length + 2).split('.');
  return { id, secret };
}

const linksOf = ({ serverId }: ServerLink) => `/scenarios/${encodeURIComponent(serverId)}/links`;
const owner = ({ secret }: ServerLink) => ({ 'x-scenario-secret': secret ?? '' });

export async function listLinks(link: ServerLink): Promise<GivenLink[]> {
  const response = await send(apiUrl(linksOf(link)), { headers: owner(link) });
  const { links } = (await response.json()) as { links: Omit<GivenLink, 'secret'>[] };
  // A browser that keeps nothing knows the secrets of this page alone; the links can still be revoked.
  const kept = await (await database().catch(() => null))?.getAll('given').catch(() => []);
  const given = withOwed(
    'given',
    (kept ?? []).map(one => [one.id, one]),
  );
  return links.map(one => ({ ...one, secret: given.get(one.id)?.secret ?? null }));
}

export async function makeLink(link: ServerLink, kind: LinkKind): Promise<GivenLink & LinkKey> {
  const response = await send(apiUrl(linksOf(link)), {
    method: 'POST',
    headers: { ...owner(link), 'content-type': 'application/json' },
    body: JSON.stringify(kind === 'frozen' ? { kind, revision: link.revision } : { kind }),
  });
  const made = (await response.json()) as GivenLink & LinkKey;
  await keepRecord('given', made.id, { id: made.id, scenario: link.scenario, secret: made.secret });
  return made;
}

export async function revokeLink(link: ServerLink, id: string): Promise<void> {
  await send(apiUrl(`${linksOf(link)}/${encodeURIComponent(id)}`), {
    method: 'DELETE',
    headers: owner(link),
  });
  await dropRecord('given', id);
}

/** @throws ProblemError `not-found` for a link that opens nothing, whatever the reason. */
export async function openLink({ id, secret }: LinkKey): Promise<OpenedLink> {
  const url = apiUrl(`/links/${encodeURIComponent(id || '-')}`);
  const opened = (await (await send(url, { headers: { 'x-link-secret': secret } })).json()) as OpenedLink;
  return { ...opened, document: parseScenario(opened.document) };
}
