import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { ChangeApproach } from '../../../../../core/concentration/change.ts';
import type { ConcentrationRule } from '../../../../../core/concentration/local/concentration-areas.ts';
import type { ChangeBetween } from '../../../../../core/concentration/moments.ts';
import { ProblemError } from '../../../../../core/problem.ts';
import { parseScenario } from '../../../../../core/scenario/document.ts';
import { measureGroupsOf } from '../../../../releases/concentration-groups.ts';
import { measureLocal } from '../../../../releases/concentration-local.ts';
import { changeOver, changeThrough, decompose } from '../../../../releases/concentration-parts.ts';
import { subjectOf } from '../../../../releases/measured-areas.ts';
import { levelNamed } from '../../../../releases/select.ts';
import { answerOnce, deskFor } from '../answered.ts';
import { notModified, problems } from '../problems.ts';
import { SCENARIO_BYTES } from '../scenarios/schemas.ts';
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
  SituationsAnswer,
  SituationsBody,
  SituationsQuery,
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
      answerOnce(app, request, reply, async (release, desk) => {
        const { draws = 999, seed = 1, falseDiscovery = 0.05 } = request.query;
        const question = questionOf(release, request.query);
        const subject = await subjectOf(desk, release, question);
        const { clamp, weights, metricEpsg: asked } = measuringOf({ ...request.query, draws: 0 });
        const { columns, counted, significantUpTo, autocorrelation, metricEpsg, povertyYear } =
          await measureLocal(desk, release, subject, {
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
      answerOnce(app, request, reply, async (release, desk) => {
        const question = questionOf(release, request.query);
        const divisions = request.query.divisions.split(',').map(level => levelNamed(level, 'divisions'));
        const { subject, decomposition } = await decompose(desk, release, { ...question, divisions });
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
      answerOnce(app, request, reply, async (release, desk) => {
        const { from, to } = request.query;
        const question = questionOf(release, request.query);
        const asked = changeAsked(request.query);
        const { subject, change } = await changeOver(desk, release, { ...question, from, to, ...asked });
        return { ...originOf(release, subject, question.scope), from, to, ...changed(asked, change) };
      }),
  );

  app.post(
    '/concentration/change',
    {
      bodyLimit: 2 * SCENARIO_BYTES,
      schema: {
        tags,
        summary: 'The change of an index through a scenario, or between two scenarios on one baseline',
        querystring: SituationsQuery,
        body: SituationsBody,
        response: { 200: SituationsAnswer, ...problems(404, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const second = parseScenario(request.body.second);
      const first = request.body.first === undefined ? null : parseScenario(request.body.first);
      const asked = changeAsked(request.query);
      reply.header('cache-control', 'no-store');
      const { release, subject, change } = await changeThrough(deskFor(app, reply), {
        first,
        second,
        ...asked,
      });
      return { ...originOf(release, subject, second.baseline.scope), ...changed(asked, change) };
    },
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
      answerOnce(app, request, reply, async (release, desk) => {
        const { indicator = 'dwellings', dimension, distortion: wanted, metricEpsg } = request.query;
        const question = questionOf(release, { ...request.query, indicator });
        const { source, categories, measured, distortion } = await measureGroupsOf(desk, release, {
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

type AskedChange = {
  index?: string;
  approach?: ChangeApproach;
  clamp?: boolean;
  draws?: number;
  seed?: number;
  interval?: number;
};

function changeAsked({
  index = 'dissimilarity',
  approach = 'composition',
  clamp = false,
  ...drawn
}: AskedChange) {
  const inference = inferenceOf(drawn);
  return {
    index,
    approach,
    clamp,
    inference: inference && {
      draws: inference.draws,
      seed: inference.seed,
      intervalLevel: drawn.interval ?? 0.95,
    },
  };
}

function changed(
  { index, approach }: ReturnType<typeof changeAsked>,
  { first, second, composition, spatial, comparison }: ChangeBetween,
) {
  return { index, approach, first, second, difference: first - second, composition, spatial, comparison };
}

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
