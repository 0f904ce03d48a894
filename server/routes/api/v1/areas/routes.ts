import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { encodeSettlement } from '../../../../../core/access/population/settlement-format.ts';
import { areasToWire } from '../../../../../core/areas/columns.ts';
import { readSiteGeometry } from '../../../../../core/scenario/geometry.ts';
import { encode, encodeJson, sendEncoded } from '../../../../encoded.ts';
import { loadSettlement, settlementKey } from '../../../../releases/access/settlement.ts';
import { childViews, findArea } from '../../../../releases/area-views.ts';
import { bboxAt, loadAreas } from '../../../../releases/areas.ts';
import { requestedRelease } from '../../../../releases/catalogue.ts';
import { wireContiguity } from '../../../../releases/contiguity.ts';
import { figuresOf } from '../../../../releases/figures.ts';
import { parseScope } from '../../../../releases/scope.ts';
import { searchAreas } from '../../../../releases/search.ts';
import { areasItemOf, regionOf } from '../../../../releases/select.ts';
import { siteParts } from '../../../../releases/site-parts.ts';
import { answerOnce } from '../answered.ts';
import { notModified, problems } from '../problems.ts';
import {
  AreaColumns,
  AreaContiguity,
  AreaDetail,
  AreaList,
  AreaParams,
  AreaQuery,
  ChildrenQuery,
  ColumnsQuery,
  MAX_SEARCH_RESULTS,
  PartsBody,
  SearchQuery,
  SITE_BYTES,
  SitePartsView,
} from './schemas.ts';

const tags = ['areas'];
const PROTOBUF = 'application/x-protobuf';

export const areaRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    '/areas',
    {
      schema: {
        tags,
        summary: 'Search areas by name or code, the best fitting first',
        querystring: SearchQuery,
        response: { 200: AreaList, ...notModified, ...problems(404) },
      },
    },
    async (request, reply) => {
      const { q = '', level, vintage, scope, limit = 20 } = request.query;
      const release = await requestedRelease(app.database, request.query.release);
      if (reply.followsFrom(release)) return reply.code(304).send(null);
      const region = regionOf(release, request.query.region);
      const areas = await searchAreas(app.database, release, region.id, {
        q,
        level,
        vintage,
        scope: parseScope(scope),
        limit: Math.min(limit, MAX_SEARCH_RESULTS),
      });
      return { release: release.hash, areas };
    },
  );

  app.get(
    '/areas/columns',
    {
      compress: false,
      schema: {
        tags,
        summary: 'All areas of a level as columns; the position in each is the area index',
        querystring: ColumnsQuery,
        response: { 200: AreaColumns, ...notModified, ...problems(404) },
      },
    },
    (request, reply) =>
      answerOnce(app, request, reply, async release => {
        const { region, level, vintage } = request.query;
        const item = areasItemOf(release, regionOf(release, region).id, level, vintage);
        const areas = await loadAreas(app.database, item);
        const bbox = areas.table.codes.map((_code, index) => bboxAt(areas, index));
        return { release: release.hash, region: item.region, ...areasToWire(areas.table), bbox };
      }),
  );

  app.get(
    '/areas/contiguity',
    {
      compress: false,
      schema: {
        tags,
        summary: 'Which areas of a level touch, and with how long a border',
        querystring: ColumnsQuery,
        response: { 200: AreaContiguity, ...notModified, ...problems(404) },
      },
    },
    async (request, reply) => {
      const { region, level, vintage } = request.query;
      const release = await requestedRelease(app.database, request.query.release);
      if (reply.followsFrom(release)) return reply.code(304).send(null);
      const item = areasItemOf(release, regionOf(release, region).id, level, vintage);
      // Kept by the areas version: a release that brings other values asks nothing anew.
      const answer = await app.encodedAnswer(`contiguity ${item.region} ${item.hash}`, reply, async () => {
        const { level, vintage, hash } = item;
        return encodeJson({
          region: item.region,
          level,
          vintage,
          hash,
          ...(await wireContiguity(app, item)),
        });
      });
      return sendEncoded(request, reply, answer);
    },
  );

  app.get(
    '/areas/settlement',
    {
      compress: false,
      schema: {
        tags,
        summary: 'The points where the people of each area of a level are taken to live, in bytes',
        querystring: ColumnsQuery,
        response: {
          200: {
            description: 'Points by area as Protocol Buffers (docs/data-specification.md)',
            content: { [PROTOBUF]: { schema: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) } },
          },
          ...notModified,
          ...problems(404),
        },
      },
    },
    async (request, reply) => {
      const { region, level, vintage } = request.query;
      const release = await requestedRelease(app.database, request.query.release);
      if (reply.followsFrom(release)) return reply.code(304).send(null);
      const item = areasItemOf(release, regionOf(release, region).id, level, vintage);
      const answer = await app.encodedAnswer(
        `settlement ${item.region} ${settlementKey(release, item)}`,
        reply,
        async () => {
          const { settlement } = await loadSettlement(app, release, item);
          return encode(PROTOBUF, encodeSettlement(settlement));
        },
      );
      return sendEncoded(request, reply, answer);
    },
  );

  app.post(
    '/areas/parts',
    {
      bodyLimit: SITE_BYTES,
      schema: {
        tags,
        summary: 'In which areas a drawn site lies, and with how much ground',
        querystring: ColumnsQuery,
        body: PartsBody,
        response: { 200: SitePartsView, ...problems(404, 413, 415) },
      },
    },
    async (request, reply) => {
      const geometry = readSiteGeometry(request.body.geometry);
      const release = await requestedRelease(app.database, request.query.release);
      const region = regionOf(release, request.query.region);
      const item = areasItemOf(release, region.id, request.query.level, request.query.vintage);
      reply.header('cache-control', 'no-store');
      return {
        release: release.hash,
        level: item.level,
        vintage: item.vintage,
        ...(await siteParts(app.database, item, geometry)),
      };
    },
  );

  app.get(
    '/areas/:level/:code',
    {
      schema: {
        tags,
        summary: 'One area, what it lies in, and its newest figure of every indicator',
        params: AreaParams,
        querystring: AreaQuery,
        response: { 200: AreaDetail, ...notModified, ...problems(404) },
      },
    },
    async (request, reply) => {
      const { vintage, year } = request.query;
      const release = await requestedRelease(app.database, request.query.release);
      if (reply.followsFrom(release)) return reply.code(304).send(null);
      const region = regionOf(release, request.query.region);
      const found = await findArea(app.database, release, region.id, request.params, vintage);
      const figures = await figuresOf(app.database, release, found, year);
      return { release: release.hash, ...found.view, parents: found.parents, figures };
    },
  );

  app.get(
    '/areas/:level/:code/children',
    {
      schema: {
        tags,
        summary: 'The areas within an area, at the next finer level or the one named',
        params: AreaParams,
        querystring: ChildrenQuery,
        response: { 200: AreaList, ...notModified, ...problems(404) },
      },
    },
    async (request, reply) => {
      const { level, vintage } = request.query;
      const release = await requestedRelease(app.database, request.query.release);
      if (reply.followsFrom(release)) return reply.code(304).send(null);
      const region = regionOf(release, request.query.region);
      const areas = await childViews(app.database, release, region.id, request.params, level, vintage);
      return { release: release.hash, areas };
    },
  );
};
