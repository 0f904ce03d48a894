import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import fp from 'fastify-plugin';
import type { Release } from '../releases/types.ts';

declare module 'fastify' {
  interface FastifyReply {
    /**
     * Says that this answer follows from a release and the address alone: sets ETag and Cache-Control. Returns true
     * when the client already holds it, and the route then answers `reply.code(304).send()` without computing it.
     */
    followsFrom(release: Release | string): boolean;
  }
}

export type ReleasesOptions = { version: string };

/** Immutable answers are kept this long, in seconds: a year, the most that caches heed. */
const FOREVER = 'public, max-age=31536000, immutable';

/** Answers that follow from a release are cached: for good where the address names it, else revalidated. */
export default fp<ReleasesOptions>(
  async (app, { version }) => {
    app.decorateReply('followsFrom', function followsFrom(this: FastifyReply, release) {
      const hash = typeof release === 'string' ? release : release.hash;
      const query = this.request.query as { release?: string };
      const pinned = query.release !== undefined || typeof release === 'string';
      // The product's version is in it: another version may answer the same question better.
      const digest = createHash('sha256')
        .update(`${version}\n${hash}\n${this.request.url}`)
        .digest('base64url');
      const etag = `W/"${digest.slice(0, 27)}"`;
      this.header('etag', etag).header('cache-control', pinned ? FOREVER : 'no-cache');
      return holds(this.request.headers['if-none-match'], etag);
    });
  },
  { name: 'releases' },
);

/** Whether an If-None-Match header names the ETag, by the weak comparison of RFC 9110, 8.8.3.2. */
function holds(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const opaque = etag.replace(/^W\//, '');
  return header.split(',').some(entry => {
    const candidate = entry.trim();
    return candidate === '*' || candidate.replace(/^W\//, '') === opaque;
  });
}
