import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fp from 'fastify-plugin';

/** Swagger UI sets styles on elements and draws its icons from data: addresses. */
const DOCS_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "script-src-attr 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join(';');

export type SwaggerOptions = { version: string };

/** OpenAPI 3.0 out of the route schemas, and a page at /docs that needs nothing from outside. */
export default fp<SwaggerOptions>(
  async (app, { version }) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.0.3',
        info: {
          title: 'Buurtbalans',
          description:
            'Areas, values, facilities, concentration and scenarios of one region. Every answer names its release; errors are RFC 9457 problem documents.',
          version,
          license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' },
        },
        servers: [{ url: '/', description: 'This server' }],
        tags: [
          { name: 'releases', description: 'What is published, and rolling back' },
          { name: 'areas', description: 'Levels and areas' },
          { name: 'values', description: 'Indicators and their values' },
          { name: 'facilities', description: 'Facilities and buildable sites' },
          { name: 'concentration', description: 'How unevenly social dwellings lie' },
          { name: 'scenarios', description: 'Evaluating and keeping scenarios' },
          { name: 'exports', description: 'GeoJSON and CSV files' },
          { name: 'tiles', description: 'Vector tiles' },
          { name: 'service', description: 'Health and this description' },
        ],
        components: {
          securitySchemes: {
            administrator: {
              type: 'http',
              scheme: 'bearer',
              description: 'ADMIN_TOKEN; not needed on the machine itself (loopback, same origin)',
            },
          },
        },
      },
    });
    await app.register(swaggerUi, {
      routePrefix: '/docs',
      staticCSP: true,
      // The page's own policy allows https: sources and upgrades requests to TLS, which this server does not speak.
      transformStaticCSP: () => DOCS_POLICY,
      uiConfig: { validatorUrl: null },
    });
  },
  { name: 'swagger', dependencies: ['helmet'] },
);
