import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { ConcentrationRule } from '../../../../../core/concentration/local/concentration-areas.ts';
import { ProblemError } from '../../../../../core/problem.ts';
import { measureGroupsOf } from '../../../../releases/concentration-groups.ts';
import { measureLocal } from '../../../../releases/concentration-local.ts';
import { changeOver, decompose } from '../../../../releases/concentration-parts.ts';
import { subjectOf } from '../../../../releases/measured-areas.ts';
import { levelNamed } from '../../../../releases/select.ts';
import { answerOnce } from '../answered.ts';
import { notModified, problems } from '../problems.ts';
import { inferenceOf, measuringOf } from './measuring.ts';
import { originOf, questionOf } from './origin.ts';
import {
  ChangeAnswer,
  ChangeQuery,
  DecompositionAnswer,
  DecompositionQuery,
  GroupsAnswer,
  GroupsQuery,
  LocalAnswer,
  LocalQuery,
} from './parts-schemas.ts';

const tags = ['concentration'];
const failures = { ...notModified, ...problems(404, 413, 422) };

/** What lies behind an index: the areas one by one, the parts of a division, the change between years, several groups. */
export const concentrationPartRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    '/concentration/local',
    {
      compress: false,
      schema: {
        tags,
        summary: 'Local values as columns, one cell an area of the scope',
        querystring: LocalQuery,
        response: { 200: LocalAnswer, ...failures },
      },
    },
    (request, reply) =>
      answerOnce(app, request, reply, async release => {
        const { draws = 999, seed = 1, falseDiscovery = 0.05 } = request.query;
        const question = questionOf(release, request.query);
        const subject = await subjectOf(app, release, question);
        const { clamp, weights, metricEpsg: asked } = measuringOf({ ...request.query, draws: 0 });
        const { columns, counted, significantUpTo, autocorrelation, metricEpsg, povertyYear } =
          await measureLocal(app, release, subject, {
            draws,
            seed,
            level: falseDiscovery,
            rule: ruleOf(request.query),
            measuring: { clamp, weights, metricEpsg: asked },
          });
        const { zones, dropped, clamped, group: social, total } = counted;
        const cells = Object.entries(columns).map(([id, column]) => [id, Array.from(column, cellOf)]);
        return {
          ...originOf(release, subject, question.scope),
          ...{ zones, dropped, clamped, social, total },
          metricEpsg,
          draws,
          seed,
          significantUpTo,
          autocorrelation,
          povertyYear,
          columns: {
            code: subject.areas.codes,
            index: [...subject.indices],
            ...Object.fromEntries(cells),
          },
        };
      }),
  );

  app.get(
    '/concentration/decomposition',
    {
      compress: false,
      schema: {
        tags,
        summary: 'Mutual information and Theil’s H between and within coarser levels',
        querystring: DecompositionQuery,
        response: { 200: DecompositionAnswer, ...failures },
      },
    },
    (request, reply) =>
      answerOnce(app, request, reply, async release => {
        const question = questionOf(release, request.query);
        const divisions = request.query.divisions.split(',').map(level => levelNamed(level, 'divisions'));
        const { subject, decomposition } = await decompose(app, release, { ...question, divisions });
        const { total, between, within, parts } = decomposition;
        return {
          ...originOf(release, subject, question.scope),
          total,
          between: between.map((information, d) => ({ division: divisions[d], ...information })),
          within,
          parts,
        };
      }),
  );

  app.get(
    '/concentration/change',
    {
      compress: false,
      schema: {
        tags,
        summary: 'The change of an index between two years, in parts, with what chance says',
        querystring: ChangeQuery,
        response: { 200: ChangeAnswer, ...failures },
      },
    },
    (request, reply) =>
      answerOnce(app, request, reply, async release => {
        const {
          from,
          to,
          index = 'dissimilarity',
          approach = 'composition',
          clamp = false,
          interval = 0.95,
        } = request.query;
        const question = questionOf(release, request.query);
        const drawn = inferenceOf(request.query);
        const { subject, change } = await changeOver(app, release, {
          ...question,
          from,
          to,
          index,
          approach,
          clamp,
          inference: drawn && { draws: drawn.draws, seed: drawn.seed, intervalLevel: interval },
        });
        const { first, second, composition, spatial, comparison } = change;
        return {
          ...originOf(release, subject, question.scope),
          ...{ from, to, index, approach, first, second, difference: first - second },
          ...{ composition, spatial, comparison },
        };
      }),
  );

  app.get(
    '/concentration/groups',
    {
      compress: false,
      schema: {
        tags,
        summary: 'Indices of several groups, the categories of one dimension of a count',
        querystring: GroupsQuery,
        response: { 200: GroupsAnswer, ...failures },
      },
    },
    (request, reply) =>
      answerOnce(app, request, reply, async release => {
        const { indicator = 'dwellings', dimension, distortion: wanted, metricEpsg } = request.query;
        const question = questionOf(release, { ...request.query, indicator });
        const { source, categories, measured, distortion } = await measureGroupsOf(app, release, {
          distortion: wanted,
          metricEpsg,
          ...question,
          dimension,
        });
        const { zones, dropped, sums, indices } = measured;
        return {
          ...originOf(release, { source }, question.scope),
          dimension,
          zones,
          dropped,
          groups: categories.map((category, k) => ({ category, sum: sums[k] })),
          indices: {
            ...indices,
            ...(distortion === null ? {} : { global_distortion: { value: distortion } }),
          },
        };
      }),
  );
};

function cellOf(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/** Both thresholds or none: one alone would mark by half a rule. */
function ruleOf({
  shareAbove,
  povertyAbove,
}: {
  shareAbove?: number;
  povertyAbove?: number;
}): ConcentrationRule | null {
  if (shareAbove === undefined && povertyAbove === undefined) return null;
  if (shareAbove !== undefined && povertyAbove !== undefined) return { shareAbove, povertyAbove };
  throw new ProblemError(
    'bad-parameter',
    'A concentration area passes two thresholds; give both shareAbove and povertyAbove',
    { parameter: shareAbove === undefined ? 'shareAbove' : 'povertyAbove' },
  );
}
