import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { type Static, Type } from 'typebox';
import { ProblemError } from '../../../../../core/problem.ts';
import { askerGone } from '../../../../asker.ts';
import type { ImportResult } from '../../../../imports/types.ts';
import { type ImportNews, importFile } from '../../../../imports/upload/import.ts';
import { receive, UPLOAD_BYTES } from '../../../../imports/upload/receive.ts';
import type { Upload, UploadKind } from '../../../../imports/upload/types.ts';
import { makeReachAhead } from '../../../../releases/access/ahead.ts';
import type { Finding } from '../../../../releases/types.ts';
import { eventOf, sendEvents, wantsEvents } from '../events.ts';
import { problems } from '../problems.ts';
import { Imported, ImportParams, ImportQuery } from './schemas.ts';

const FILE_TYPE = 'application/octet-stream';
/** Of a file of half a gigabyte, on a slow machine. */
const TIMEOUT_MS = 60 * 60_000;
const FINDINGS_TOLD = 200;

/** A file that is sent becomes a release, whole or not at all. */
export const importRoutes: FastifyPluginAsyncTypebox = async app => {
  app.addContentTypeParser(FILE_TYPE, (_request, body, done) => done(null, body));
  let busy = false;
  const closing = new AbortController();
  app.addHook('onClose', () => closing.abort());

  app.post(
    '/imports/:kind',
    {
      bodyLimit: UPLOAD_BYTES,
      handlerTimeout: TIMEOUT_MS,
      onRequest: app.requireWriter,
      schema: {
        tags: ['releases'],
        security: [{ administrator: [] }, {}],
        summary:
          'Import a walking network, places or homes; with Accept: text/event-stream the events `progress`, `imported` and `problem` as they come',
        consumes: [FILE_TYPE],
        params: ImportParams,
        querystring: ImportQuery,
        body: Type.Unsafe<unknown>({
          description: 'The file: OpenStreetMap, GeoJSON, shapefile in a zip, CSV, XLSX',
        }),
        response: { 200: Imported, ...problems(403, 404, 409, 413, 415) },
      },
    },
    async (request, reply) => {
      const { body, params, query } = request;
      if (!(body instanceof Readable))
        throw new ProblemError('bad-input', `The body is no file; send it as ${FILE_TYPE}`);
      if (busy)
        throw new ProblemError(
          'conflict',
          'Another import is under way on this server; try again when it is done',
        );
      busy = true;
      reply.header('cache-control', 'no-store');
      const signal = AbortSignal.any([askerGone(reply as FastifyReply), closing.signal]);
      let received: Awaited<ReturnType<typeof receive>>;
      try {
        received = await receive(body, query.file, signal);
      } catch (error) {
        busy = false;
        throw error;
      }
      const run = async (onNews?: (news: ImportNews) => void) => {
        try {
          const upload = uploadOf(params.kind, query);
          const result = await importFile(app.database, received.path, upload, { signal, onNews });
          if (!result.unchanged) void makeReachAhead(app, upload.region);
          return imported(result);
        } finally {
          busy = false;
          await received.remove();
        }
      };
      if (!wantsEvents(request)) return run();
      return sendEvents(reply as FastifyReply, request.url, [
        async tell => eventOf('imported', await run(news => tell(eventOf('progress', news)))),
      ]);
    },
  );
};

function uploadOf(kind: UploadKind, query: Static<typeof ImportQuery>): Upload {
  const columns = Object.fromEntries(
    (query.column ?? []).map(text => {
      const at = text.indexOf('=');
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );
  return {
    kind,
    region: query.region,
    synthetic: query.synthetic ?? false,
    sourceId: query.source ?? null,
    publisher: query.publisher ?? null,
    columns,
    functions: query.function ?? [],
    basis: query.basis ?? null,
    epsg: query.crs ?? null,
  };
}

function imported({ release, unchanged, datasets, report }: ImportResult): Static<typeof Imported> {
  return {
    ...{ release, unchanged, datasets: [...datasets] },
    findings: report.slice(0, FINDINGS_TOLD).map(findingOf),
    findingsInAll: report.length,
  };
}

const findingOf = ({ severity, check, feature, message }: Finding) => ({ severity, check, feature, message });
