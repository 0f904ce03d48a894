import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { ProblemError } from '../../core/problem.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether this request may write (see `refusalToWrite`). */
    mayWrite(request: FastifyRequest): boolean;
    /** `onRequest` hook of every route that writes. @throws ProblemError `forbidden` with the way out. */
    requireWriter(request: FastifyRequest): Promise<void>;
  }
}

export type WritingOptions = { host: string; adminToken: string | null };

/** Headers a proxy adds: what comes through one is not from this machine, whatever its address says. */
const PROXY_HEADERS = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'] as const;

/**
 * Who may write until there are accounts: the person at this machine (the server listens on loopback, the request
 * comes from loopback, names it by a loopback host and starts from our own page), or whoever sends ADMIN_TOKEN.
 */
export default fp<WritingOptions>(
  async (app, { host, adminToken }) => {
    const tokenDigest = adminToken === null ? null : digest(adminToken);
    const refusal = (request: FastifyRequest): string | null => {
      const sent = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
      if (sent !== undefined) {
        // Digests have one length, so that the comparison tells nothing about the token's.
        const right = tokenDigest !== null && timingSafeEqual(digest(sent), tokenDigest);
        return right ? null : 'the token is not ADMIN_TOKEN';
      }
      return refusalToDeskUser(host, request);
    };
    app.decorate('mayWrite', (request: FastifyRequest) => refusal(request) === null);
    app.decorate('requireWriter', async (request: FastifyRequest) => {
      const reason = refusal(request);
      if (reason === null) return;
      throw new ProblemError(
        'forbidden',
        `Writing is refused: ${reason}; write from this machine's own page or send "Authorization: Bearer ADMIN_TOKEN"`,
      );
    });
  },
  { name: 'writing' },
);

function refusalToDeskUser(listeningHost: string, request: FastifyRequest): string | null {
  if (!isLoopback(listeningHost)) return `the server listens on ${listeningHost}, not on loopback only`;
  if (!isLoopback(request.ip)) return `${request.ip} is not this machine`;
  const proxy = PROXY_HEADERS.find(name => request.headers[name] !== undefined);
  if (proxy !== undefined) return `it came through a proxy (${proxy})`;
  const host = request.headers.host ?? '';
  // A page elsewhere can point its own name at 127.0.0.1 (DNS rebinding); its Host header still says that name.
  if (!isLoopback(hostName(host))) return `Host "${host.slice(0, 100)}" is not a loopback name`;
  const origin = request.headers.origin;
  if (origin !== undefined && origin !== `${request.protocol}://${host}`) {
    return `it comes from the page of ${origin.slice(0, 100)}`;
  }
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return `it comes from a ${site} page`;
  return null;
}

/** Name or address without the port: `[::1]:8080` → `::1`. */
function hostName(host: string): string {
  return /^\[([^\]]+)\](:\d+)?$/.exec(host)?.[1] ?? host.replace(/:\d+$/, '');
}

export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^::ffff:/, '');
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
