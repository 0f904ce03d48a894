import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ProblemError } from '../../../../../core/problem.ts';
import { listDuplicates } from '../../../../corrections/duplicates.ts';
import { listCorrections } from '../../../../corrections/list.ts';
import { recordCorrection } from '../../../../corrections/record.ts';
import type { CorrectionRequest } from '../../../../corrections/types.ts';
import { regionOf } from '../../../../releases/select.ts';
import { answerOnce } from '../answered.ts';
import { notModified, problems } from '../problems.ts';
import {
  Corrected,
  CorrectionBody,
  Corrections,
  CorrectionsQuery,
  Duplicates,
  DuplicatesQuery,
} from './correction-schemas.ts';

const tags = ['facilities'];

/** Corrections of places: the log, new ones and their undo, and the pairs that are likely one place. */
export const correctionRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    '/facilities/corrections',
    {
      compress: false,
      schema: {
        tags,
        summary: 'Every correction of places with who, when, why and the original, newest first',
        querystring: CorrectionsQuery,
        response: { 200: Corrections, ...notModified, ...problems(404) },
      },
    },
    (request, reply) =>
      answerOnce(app, request, reply, async release => {
        const region = regionOf(release, request.query.region).id;
        const corrections = await listCorrections(app.database, release, region, request.query.facility);
        return { release: release.hash, region, corrections };
      }),
  );

  app.post(
    '/facilities/corrections',
    {
      onRequest: app.requireWriter,
      schema: {
        tags,
        security: [{ administrator: [] }, {}],
        summary: 'Correct a place, or undo a correction; makes a release that shows it',
        body: CorrectionBody,
        response: { 201: Corrected, ...problems(403, 404, 409, 413, 415) },
      },
    },
    async (request, reply) => {
      const result = await recordCorrection(app.database, request.body.region, requestIn(request.body));
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({
          ...result,
          facilities: [...result.facilities],
        });
    },
  );

  app.get(
    '/facilities/duplicates',
    {
      compress: false,
      schema: {
        tags,
        summary: 'Places of two sources that are likely one, with score and reasons',
        querystring: DuplicatesQuery,
        response: { 200: Duplicates, ...notModified, ...problems(404) },
      },
    },
    (request, reply) =>
      answerOnce(app, request, reply, async release => {
        const { region: named, withinM, leastScore } = request.query;
        const region = regionOf(release, named).id;
        const pairs = await listDuplicates(app.database, release, region, {
          ...(withinM === undefined ? {} : { withinM }),
          ...(leastScore === undefined ? {} : { leastScore }),
        });
        return { release: release.hash, region, pairs };
      }),
  );
};

/** What each action needs, and nothing that it would leave unread. */
function requestIn({ region: _region, ...body }: CorrectionBody): CorrectionRequest {
  const { action, author, reason, facility, duplicate, change, ...changes } = body;
  const signed = { author, reason };
  const given = Object.entries({ facility, duplicate, change, ...changes }).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  );
  const takes = (...names: string[]) => {
    const extra = given.find(name => !names.includes(name));
    if (extra === undefined) return;
    throw new ProblemError('bad-parameter', `A correction "${action}" takes no "${extra}"`);
  };
  const need = <Value>(name: string, value: Value | undefined): Value => {
    if (value !== undefined) return value;
    throw new ProblemError('bad-parameter', `A correction "${action}" needs "${name}"`);
  };
  const told = ['name', 'functions', 'attributes', 'areaM2', 'lon', 'lat'];
  switch (action) {
    case 'add':
      takes(...told);
      return { action, ...signed, ...changes };
    case 'change':
      takes('facility', ...told);
      return { action, ...signed, ...changes, facility: need('facility', facility) };
    case 'close':
      takes('facility');
      return { action, ...signed, facility: need('facility', facility) };
    case 'merge':
    case 'distinct':
      takes('facility', 'duplicate');
      return {
        action,
        ...signed,
        facility: need('facility', facility),
        duplicate: need('duplicate', duplicate),
      };
    case 'undo':
      takes('change');
      return { action, ...signed, change: need('change', change) };
  }
}
