import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { findArea } from '../../../../releases/area-views.ts';
import { compareRegions, compareTwo } from '../../../../releases/comparison.ts';
import { compareYears } from '../../../../releases/comparison-years.ts';
import { compareZones } from '../../../../releases/comparison-zones.ts';
import { answerOnce } from '../answered.ts';
import { measuringOf } from '../concentration/measuring.ts';
import { originOf, questionOf } from '../concentration/origin.ts';
import { notModified, problems } from '../problems.ts';
import { comparisonOf, DEFAULT_INDEX } from './question.ts';
import {
  ComparisonAnswer,
  ComparisonQuery,
  PairAnswer,
  PairQuery,
  YearsAnswer,
  YearsQuery,
  ZonesAnswer,
  ZonesQuery,
} from './schemas.ts';

const tags = ['comparison'];

/** What an answer says of the draws behind it. */
function drawnBy({ inference }: ReturnType<typeof measuringOf>) {
  return {
    draws: inference?.draws ?? 0,
    seed: inference?.seed ?? null,
    interval: inference?.intervalLevel ?? null,
  };
}

export const comparisonRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    '/comparison',
    {
      compress: false,
      schema: {
        tags,
        summary: 'One index of every region of a level, side by side, with what chance gives',
        querystring: ComparisonQuery,
        response: { 200: ComparisonAnswer, ...notModified, ...problems(404, 413, 422) },
      },
    },
    (request, reply) =>
      answerOnce(app, request, reply, async (release, desk) => {
        const question = comparisonOf(release, request.query);
        const compared = await compareRegions(desk, release, question);
        const { metricEpsg, regions, ranking, benchmark } = compared;
        return {
          ...originOf(release, compared, question.scope),
          of: question.of,
          index: question.index,
          metricEpsg,
          ...drawnBy(question.measuring),
          cityDensity: request.query.cityDensity ?? null,
          regions,
          ranking,
          benchmark,
        };
      }),
  );

  app.get(
    '/comparison/years',
    {
      compress: false,
      schema: {
        tags,
        summary: 'One index of every region in every year',
        querystring: YearsQuery,
        response: { 200: YearsAnswer, ...notModified, ...problems(404, 413, 422) },
      },
    },
    (request, reply) =>
      answerOnce(app, request, reply, async (release, desk) => {
        const { of, index = DEFAULT_INDEX } = request.query;
        const { scope, ...question } = questionOf(release, request.query);
        const measuring = measuringOf(request.query);
        const { subject, years, regions } = await compareYears(desk, release, {
          ...question,
          of,
          index,
          measuring,
        });
        return { ...originOf(release, subject, scope), of, index, years, regions };
      }),
  );

  app.get(
    '/comparison/zones',
    {
      compress: false,
      schema: {
        tags,
        summary: 'One index of one region on other zones: finer and coarser levels, and square grids',
        querystring: ZonesQuery,
        response: { 200: ZonesAnswer, ...notModified, ...problems(404, 413, 422) },
      },
    },
    (request, reply) =>
      answerOnce(app, request, reply, async (release, desk) => {
        const { of, code, index = DEFAULT_INDEX } = request.query;
        const { level: _, ...question } = questionOf(release, { ...request.query, level: of });
        const measuring = measuringOf(request.query);
        const { subject, zones, metricEpsg } = await compareZones(desk, release, {
          ...question,
          of,
          code,
          index,
          measuring,
        });
        const scope = { level: of, code };
        return {
          ...originOf(release, subject, scope),
          of,
          code,
          name: (await findArea(app.database, release, question.region, scope)).view.name,
          index,
          metricEpsg,
          ...drawnBy(measuring),
          zones,
        };
      }),
  );

  app.get(
    '/comparison/pair',
    {
      compress: false,
      schema: {
        tags,
        summary: 'The difference of an index between two regions, with what chance says',
        querystring: PairQuery,
        response: { 200: PairAnswer, ...notModified, ...problems(404, 413, 422) },
      },
    },
    (request, reply) =>
      answerOnce(app, request, reply, async (release, desk) => {
        const { of, first, second, index = DEFAULT_INDEX, clamp = false } = request.query;
        const { draws = 999, seed = 1, interval = 0.95 } = request.query;
        const { scope, ...question } = questionOf(release, request.query);
        const {
          source,
          difference: { lacks, ...found },
        } = await compareTwo(desk, release, {
          ...question,
          of,
          first,
          second,
          index,
          clamp,
          inference: { draws, seed, intervalLevel: interval },
        });
        return {
          ...originOf(release, { source }, scope),
          of,
          index,
          ...found,
          first: { code: first, value: found.first, lack: lacks[0] },
          second: { code: second, value: found.second, lack: lacks[1] },
          seed,
        };
      }),
  );
};
