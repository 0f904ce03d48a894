import { type FastifyPluginAsyncTypebox, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Desk } from '../../../../releases/desk.ts';
import type { Release } from '../../../../releases/types.ts';
import { exportFamilies, FAMILIES_ROWS } from '../../../../writers/access/families.ts';
import { exportAccess } from '../../../../writers/access/reach.ts';
import { exportSchools } from '../../../../writers/access/schools.ts';
import { exportSupply, SUPPLY_ROWS } from '../../../../writers/access/supply.ts';
import { exportVariety, VARIETY_ROWS } from '../../../../writers/access/variety.ts';
import type { Exported } from '../../../../writers/exported.ts';
import { writers } from '../../../../writers/registry.ts';
import {
  FamiliesQuery,
  familiesAsked,
  VarietyQuery,
  varietyAsked,
} from '../access/around-children-schema.ts';
import { AreasQuery, accessAsked } from '../access/parameters.ts';
import { schoolsAsked, schoolsOfBody } from '../access/schools-parameters.ts';
import { SchoolsBody, SchoolsQuery } from '../access/schools-schema.ts';
import { SupplyQuery, supplyAsked } from '../access/supply-parameters.ts';
import { deskFor, fileOnce } from '../answered.ts';
import { notModified, problems } from '../problems.ts';
import { SCENARIO_BYTES } from '../scenarios/schemas.ts';
import { CLOSED, OneOf } from '../shapes.ts';
import { DOWNLOAD_TIMEOUT_MS, sendFile } from './download.ts';
import { fileResponse, GeometryParameter } from './schemas.ts';

const tags = ['exports'];
const rowsOf = <const Rows extends readonly string[]>(rows: Rows) =>
  Type.Optional(OneOf(rows, `What has a row; default ${rows[0]}`));

const ReachExport = Type.Object({ ...AreasQuery.properties, geometry: GeometryParameter }, CLOSED);
const SupplyExport = Type.Object(
  { ...SupplyQuery.properties, rows: rowsOf(SUPPLY_ROWS), geometry: GeometryParameter },
  CLOSED,
);
const VarietyExport = Type.Object(
  { ...VarietyQuery.properties, rows: rowsOf(VARIETY_ROWS), geometry: GeometryParameter },
  CLOSED,
);
const FamiliesExport = Type.Object(
  { ...FamiliesQuery.properties, rows: rowsOf(FAMILIES_ROWS), geometry: GeometryParameter },
  CLOSED,
);
const SchoolsExport = Type.Object({ ...SchoolsQuery.properties, geometry: GeometryParameter }, CLOSED);

/** The answers about reach as files. Not streams, because it is measuring that takes the time, and the tables are small. */
export const accessExportRoutes: FastifyPluginAsyncTypebox = async app => {
  for (const { id: format, extension, title, contentType } of writers) {
    const route = { compress: false, handlerTimeout: DOWNLOAD_TIMEOUT_MS } as const;
    const response = { 200: fileResponse(contentType), ...notModified, ...problems(404, 413) };
    const schemaOf = <Query>(summary: string, querystring: Query) => ({
      ...{ tags, summary: `${summary}, as ${title}`, querystring, response },
    });

    app.get(
      `/exports/access.${extension}`,
      { ...route, schema: schemaOf('Reach of places area by area', ReachExport) },
      (request, reply) => {
        const { geometry, ...asked } = request.query;
        const make = (release: Release, desk: Desk): Promise<Exported> =>
          exportAccess(desk, release, { ...accessAsked(release, asked), ...written(geometry) });
        return fileOnce(app, request, reply, make);
      },
    );

    app.get(
      `/exports/supply.${extension}`,
      { ...route, schema: schemaOf('Places, staff or square metres for each child', SupplyExport) },
      (request, reply) => {
        const { geometry, rows = 'areas', ...asked } = request.query;
        const make = (release: Release, desk: Desk): Promise<Exported> =>
          exportSupply(desk, release, { ...supplyAsked(release, asked), ...written(geometry), rows });
        return fileOnce(app, request, reply, make);
      },
    );

    app.get(
      `/exports/variety.${extension}`,
      { ...route, schema: schemaOf('How many functions children have within a walk', VarietyExport) },
      (request, reply) => {
        const { geometry, rows = 'areas', ...asked } = request.query;
        const make = (release: Release, desk: Desk): Promise<Exported> =>
          exportVariety(desk, release, { ...varietyAsked(release, asked), ...written(geometry), rows });
        return fileOnce(app, request, reply, make);
      },
    );

    app.get(
      `/exports/families.${extension}`,
      { ...route, schema: schemaOf('Births within a walk of a family centre', FamiliesExport) },
      (request, reply) => {
        const { geometry, rows = 'areas', ...asked } = request.query;
        const make = (release: Release, desk: Desk): Promise<Exported> =>
          exportFamilies(desk, release, { ...familiesAsked(release, asked), ...written(geometry), rows });
        return fileOnce(app, request, reply, make);
      },
    );

    app.get(
      `/exports/schools.${extension}`,
      { ...route, schema: schemaOf('Pupils to expect in each school', SchoolsExport) },
      (request, reply) => {
        const { geometry, ...asked } = request.query;
        const make = (release: Release, desk: Desk): Promise<Exported> =>
          exportSchools(desk, release, { ...schoolsAsked(release, asked), ...written(geometry) });
        return fileOnce(app, request, reply, make);
      },
    );

    app.post(
      `/exports/schools.${extension}`,
      {
        handlerTimeout: DOWNLOAD_TIMEOUT_MS,
        bodyLimit: SCENARIO_BYTES,
        validatorCompiler: TypeBoxValidatorCompiler,
        schema: {
          tags,
          summary: `The same with drawn catchments, and before and after a scenario, as ${title}`,
          querystring: Type.Object({ geometry: GeometryParameter }, CLOSED),
          body: SchoolsBody,
          response: { 200: fileResponse(contentType), ...problems(404, 413, 415, 422) },
        },
      },
      async (request, reply) => {
        const { release, question } = await schoolsOfBody(app.database, request.body);
        reply.header('cache-control', 'no-store');
        const asked = { ...question, ...written(request.query.geometry) };
        return sendFile(reply, await exportSchools(deskFor(app, reply), release, asked));
      },
    );

    function written(geometry: 'full' | 'none' | undefined) {
      return { format, geometry: geometry !== 'none' };
    }
  }
};
