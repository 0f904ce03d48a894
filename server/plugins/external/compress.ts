import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import fp from 'fastify-plugin';

/**
 * Compresses answers of 1 kB and more. Bodies of requests are never decompressed: nothing we accept needs it, and
 * it would let a small request become a large one.
 */
export default fp(
  async app => {
    await app.register(compress, {
      global: true,
      globalDecompression: false,
      threshold: 1024,
      encodings: ['br', 'gzip'],
      // Quality 4 costs about what gzip does and is smaller; the default of 11 is meant for files packed once.
      brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
      customTypes:
        /^(text\/(?!event-stream)|application\/([\w.-]+\+)?json|application\/javascript|image\/svg\+xml)/,
    });
  },
  { name: 'compress' },
);
