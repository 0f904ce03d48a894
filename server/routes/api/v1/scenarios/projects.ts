import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ProblemError } from '../../../../../core/problem.ts';
import { PROJECTS_BYTES, readProjectsFile } from '../../../../projects/read.ts';
import { problems } from '../problems.ts';
import { CLOSED, OneOf } from '../shapes.ts';

/** What browsers and programs call a zip. */
const ZIP_TYPES = ['application/zip', 'application/x-zip-compressed'];

const ProjectsQuery = Type.Object(
  {
    crs: Type.Optional(
      Type.Integer({
        minimum: 1024,
        maximum: 999_999,
        description: 'EPSG code, where the file names none or a wrong one',
      }),
    ),
  },
  CLOSED,
);

const Projects = Type.Object({
  type: OneOf(['FeatureCollection']),
  epsg: Type.Integer({ description: 'Code of the coordinate system of the file' }),
  assumed: Type.Boolean({ description: 'The file names none; concluded from the coordinates' }),
  features: Type.Array(Type.Unsafe<object>({ type: 'object', additionalProperties: true }), {
    description: 'In WGS84 (RFC 7946), with the attributes of the file',
  }),
});

/** Housing projects out of another program's file, as GeoJSON that a scenario takes. Nothing is kept. */
export const projectRoutes: FastifyPluginAsyncTypebox = async app => {
  app.addContentTypeParser(ZIP_TYPES, { parseAs: 'buffer', bodyLimit: PROJECTS_BYTES }, (_, body, done) =>
    done(null, body),
  );

  app.post(
    '/scenarios/projects',
    {
      bodyLimit: PROJECTS_BYTES,
      schema: {
        tags: ['scenarios'],
        summary: 'Projects out of a zipped shapefile, as GeoJSON in WGS84',
        consumes: ['application/zip'],
        querystring: ProjectsQuery,
        body: Type.Unsafe<unknown>({ description: 'A zip with one shapefile (or GeoJSON) of projects' }),
        response: { 200: Projects, ...problems(413, 415) },
      },
    },
    async (request, reply) => {
      const { body } = request;
      if (!Buffer.isBuffer(body)) {
        throw new ProblemError('bad-input', 'The body is no zip; send the file as application/zip');
      }
      reply.header('cache-control', 'no-store');
      const read = await readProjectsFile(app.database, body, request.query.crs);
      return { type: 'FeatureCollection' as const, ...read };
    },
  );
};
