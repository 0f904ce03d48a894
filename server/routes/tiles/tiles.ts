import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { AreaLevel } from '../../../core/areas/types.ts';
import { ProblemError } from '../../../core/problem.ts';
import type { Database } from '../../database/types.ts';
import { sendEncoded } from '../../encoded.ts';
import { releaseByHash } from '../../releases/catalogue.ts';
import { areasItemOf, regionOf } from '../../releases/select.ts';
import { areasVersion, storedTile } from '../../tiles/store.ts';
import { MAX_TILE_ZOOM, type TileAreas } from '../../tiles/types.ts';
import { notModified, problems } from '../api/v1/problems.ts';
import { CLOSED, LevelId, RegionParameter, VintageParameter } from '../api/v1/shapes.ts';

const TileParams = Type.Object({
  release: Type.String({
    pattern: '^[0-9a-f]{8,128}$',
    description: 'Hash of an areas version (areasHash), or of a release',
  }),
  level: LevelId,
  z: Type.Integer({ minimum: 0, maximum: MAX_TILE_ZOOM }),
  x: Type.Integer({ minimum: 0, maximum: 2 ** MAX_TILE_ZOOM - 1 }),
  y: Type.Integer({ minimum: 0, maximum: 2 ** MAX_TILE_ZOOM - 1 }),
});

/** Both count where `{release}` is a release: which of its areas are meant. */
const TileQuery = Type.Object({ region: RegionParameter, vintage: VintageParameter }, CLOSED);

export const tileRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    '/tiles/:release/:level/:z/:x/:y.mvt',
    {
      // Tiles are kept compressed; see tiles/store.ts.
      compress: false,
      schema: {
        tags: ['tiles'],
        summary: 'A vector tile: layer "areas", feature id = area index, no attributes',
        params: TileParams,
        querystring: TileQuery,
        response: {
          200: {
            description: 'A Mapbox Vector Tile 2.1, extent 4096',
            content: {
              'application/vnd.mapbox-vector-tile': {
                schema: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }),
              },
            },
          },
          204: Type.Null({ description: 'No area touches this tile' }),
          ...notModified,
          ...problems(404),
        },
      },
    },
    async (request, reply) => {
      const { release, level, z, x, y } = request.params;
      if (x >= 2 ** z || y >= 2 ** z) {
        throw new ProblemError(
          'bad-parameter',
          `Tile ${z}/${x}/${y} does not exist: x and y are below ${2 ** z} here`,
        );
      }
      if (reply.followsFrom(release)) return reply.code(304).send(null);
      const areas = await areasNamed(app.database, release, level, request.query);
      const tile = await storedTile(app.database, areas, { z, x, y });
      return tile === null ? reply.code(204).send(null) : sendEncoded(request, reply, tile);
    },
  );
};

/** The version of areas that `{release}` names: by its own hash, or through a release. */
async function areasNamed(
  database: Database,
  hash: string,
  level: AreaLevel,
  { region, vintage }: { region?: string; vintage?: number },
): Promise<TileAreas> {
  if (region === undefined && vintage === undefined) {
    const version = await areasVersion(database, level, hash);
    if (version !== null) return version;
  }
  const release = await releaseByHash(database, hash);
  const item = areasItemOf(release, regionOf(release, region).id, level, vintage);
  return { region: item.region, version: item.datasetVersion };
}
