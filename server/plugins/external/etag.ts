import etag from '@fastify/etag';
import fp from 'fastify-plugin';

/** ETags for answers that did not set their own; weak, because the same answer travels compressed and plain. */
export default fp(
  async app => {
    await app.register(etag, { weak: true });
  },
  { name: 'etag', dependencies: ['compress'] },
);
