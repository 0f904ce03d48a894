import helmet from '@fastify/helmet';
import fp from 'fastify-plugin';

export type HelmetOptions = {
  /** Address of an external basemap style, whose origin the map may then reach. */ basemapStyle:
    | string
    | null;
};

/**
 * Security headers. Everything comes from the server's own origin. `upgrade-insecure-requests` and HSTS are left
 * out because the product is served over plain HTTP on a local network; a proxy with TLS adds its own.
 */
export default fp<HelmetOptions>(
  async (app, { basemapStyle }) => {
    const basemap = basemapStyle === null ? [] : [new URL(basemapStyle).origin];
    await app.register(helmet, {
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          workerSrc: ["'self'"],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:', 'blob:', ...basemap],
          fontSrc: ["'self'"],
          connectSrc: ["'self'", ...basemap],
          objectSrc: ["'none'"],
          baseUri: ["'self'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      strictTransportSecurity: false,
      referrerPolicy: { policy: 'same-origin' },
    });
  },
  { name: 'helmet' },
);
