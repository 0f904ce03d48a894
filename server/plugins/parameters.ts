import fp from 'fastify-plugin';
import { Type } from 'typebox';

const NO_PARAMETERS = Type.Object({}, { additionalProperties: false });

/**
 * Unknown query parameters are refused everywhere: a route that declares none gets the empty schema, and one that
 * declares some must close it, which is checked when the app is made.
 */
export default fp(
  async app => {
    app.addHook('onRoute', route => {
      if (route.schema === undefined || route.schema.hide === true) return;
      route.schema.querystring ??= NO_PARAMETERS;
      const query = route.schema.querystring as { additionalProperties?: unknown };
      if (query.additionalProperties !== false) {
        throw new Error(`The query schema of ${route.url} must have additionalProperties: false`);
      }
    });
  },
  { name: 'parameters' },
);
