import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { openapiRoutes } from './api/openapi.ts';
import { accessRoutes } from './api/v1/access/routes.ts';
import { areaRoutes } from './api/v1/areas/routes.ts';
import { comparisonRoutes } from './api/v1/comparison/routes.ts';
import { concentrationRoutes } from './api/v1/concentration/routes.ts';
import { exportRoutes } from './api/v1/exports/routes.ts';
import { facilityRoutes } from './api/v1/facilities/routes.ts';
import { indicatorRoutes } from './api/v1/indicators/routes.ts';
import { levelRoutes } from './api/v1/levels/routes.ts';
import { linkRoutes } from './api/v1/links/routes.ts';
import { releaseRoutes } from './api/v1/releases/routes.ts';
import { scenarioRoutes } from './api/v1/scenarios/routes.ts';
import { scenarioSharingRoutes } from './api/v1/scenarios/sharing.ts';
import { settingsRoutes } from './api/v1/settings/routes.ts';
import { siteRoutes } from './api/v1/sites/routes.ts';
import { sitingRoutes } from './api/v1/siting/routes.ts';
import { spreadingRoutes } from './api/v1/spreading/routes.ts';
import { valueRoutes } from './api/v1/values/routes.ts';
import { healthRoutes } from './health.ts';
import { tileRoutes } from './tiles/tiles.ts';

export type RoutesOptions = { version: string; basemapStyle: string | null };

/** Every route; the folders mirror the URL. */
export const routes: FastifyPluginAsyncTypebox<RoutesOptions> = async (app, { version, basemapStyle }) => {
  await app.register(healthRoutes, { version });
  await app.register(openapiRoutes);
  await app.register(tileRoutes);
  const prefix = '/api/v1';
  await app.register(settingsRoutes, { prefix, version, basemapStyle });
  await app.register(releaseRoutes, { prefix });
  await app.register(levelRoutes, { prefix });
  await app.register(indicatorRoutes, { prefix });
  await app.register(areaRoutes, { prefix });
  await app.register(valueRoutes, { prefix });
  await app.register(facilityRoutes, { prefix });
  await app.register(siteRoutes, { prefix });
  await app.register(concentrationRoutes, { prefix });
  await app.register(comparisonRoutes, { prefix });
  await app.register(scenarioRoutes, { prefix });
  await app.register(accessRoutes, { prefix });
  await app.register(sitingRoutes, { prefix });
  await app.register(spreadingRoutes, { prefix });
  await app.register(scenarioSharingRoutes, { prefix });
  await app.register(linkRoutes, { prefix });
  await app.register(exportRoutes, { prefix });
};
