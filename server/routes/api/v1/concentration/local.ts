import type { FastifyPluginAsync } from 'fastify';
import type { ConcentrationRule } from '../../../../../core/concentration/local/concentration-areas.ts';
import { ProblemError } from '../../../../../core/problem.ts';
import { measureLocal } from '../../../../releases/concentration-local.ts';
import { subjectAsked } from './asked.ts';
import { bothWays } from './both-ways.ts';
import { LocalAnswer, LocalParameters } from './local-schemas.ts';
import { measuringOf } from './measuring.ts';
import { originOf } from './origin.ts';

/** The areas one by one. */
export const localRoutes: FastifyPluginAsync = async app => {
  bothWays(app, '/concentration/local', {
    summary: 'Local values as columns, one cell an area',
    own: LocalParameters,
    answer: LocalAnswer,
    async make(desk, asked, query) {
      const { draws = 999, seed = 1, falseDiscovery = 0.05 } = query;
      const rule = ruleOf(query);
      const { clamp, weights, metricEpsg: wanted } = measuringOf({ ...query, draws: 0 });
      const subject = await subjectAsked(desk, asked, clamp);
      const { columns, counted, significantUpTo, autocorrelation, metricEpsg, povertyYear } =
        await measureLocal(desk, asked.release, subject, {
          draws,
          seed,
          level: falseDiscovery,
          rule,
          measuring: { clamp, weights, metricEpsg: wanted },
        });
      const { zones, dropped, clamped, group: social, total } = counted;
      const cells = Object.entries(columns).map(([id, column]) => [id, Array.from(column, cellOf)]);
      return {
        ...originOf(asked.release, subject, asked.question.scope),
        ...{ zones, dropped, clamped, social, total },
        metricEpsg,
        draws,
        seed,
        significantUpTo,
        autocorrelation,
        povertyYear,
        columns: { code: subject.areas.codes, index: [...subject.indices], ...Object.fromEntries(cells) },
      };
    },
  });
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
