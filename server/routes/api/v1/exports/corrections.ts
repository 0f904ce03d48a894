import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { CORRECTION_FORMATS, exportCorrections } from '../../../../corrections/export.ts';
import { requestedRelease } from '../../../../releases/catalogue.ts';
import { notModified, problems } from '../problems.ts';
import { CLOSED, RegionQuery } from '../shapes.ts';
import { DOWNLOAD_TIMEOUT_MS, sendFile } from './download.ts';
import { fileResponse } from './schemas.ts';

const FORMATS = {
  osc: {
    contentType: 'application/xml; charset=utf-8',
    summary: 'Corrections of places of OpenStreetMap, as osmChange for an editor',
  },
  geojson: {
    contentType: 'application/geo+json; charset=utf-8',
    summary: 'Corrections of every other source, and what tags cannot say, as GeoJSON with notes',
  },
} as const;

/** Corrections on their way back to who publishes the places. */
export const correctionExportRoutes: FastifyPluginAsyncTypebox = async app => {
  for (const format of CORRECTION_FORMATS) {
    const { contentType, summary } = FORMATS[format];
    app.get(
      `/exports/corrections.${format}`,
      {
        handlerTimeout: DOWNLOAD_TIMEOUT_MS,
        schema: {
          tags: ['exports'],
          summary,
          querystring: Type.Object(RegionQuery, CLOSED),
          response: { 200: fileResponse(contentType), ...notModified, ...problems(404) },
        },
      },
      async (request, reply) => {
        const release = await requestedRelease(app.database, request.query.release);
        if (reply.followsFrom(release)) return reply.code(304).send(null);
        const { region } = request.query;
        return sendFile(
          reply,
          await exportCorrections(app.database, { format, release: release.hash, region }),
        );
      },
    );
  }
};
