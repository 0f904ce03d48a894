import { Type } from 'typebox';
import { HOME_BASES } from '../../../../../core/access/population/homes.ts';
import { Bbox, CLOSED, Hash, LevelId, Nullable, OneOf, Source } from '../shapes.ts';

export const ReleaseSummary = Type.Object({
  hash: Type.String(),
  parentHash: Nullable(Type.String()),
  message: Type.String(),
  createdAt: Type.String({ format: 'date-time' }),
  current: Type.Boolean(),
});

export const ReleaseList = Type.Object({ releases: Type.Array(ReleaseSummary) });

const Counted = Type.Object({ count: Type.Integer(), source: Source });

const RegionView = Type.Object({
  id: Type.String(),
  title: Type.String(),
  synthetic: Type.Boolean({ description: 'True for a made-up region, which is marked as such everywhere' }),
  bbox: Nullable(Bbox),
  levels: Type.Array(
    Type.Object({
      level: LevelId,
      vintage: Type.Integer(),
      hash: Type.String({ description: 'Hash of the areas version; the tiles are under it' }),
      count: Type.Integer(),
      parentLevel: Nullable(LevelId),
      source: Source,
    }),
  ),
  values: Type.Array(
    Type.Object({
      indicator: Type.String(),
      level: LevelId,
      vintage: Type.Integer(),
      year: Type.Integer(),
      basis: OneOf(['counts', 'published_ratio']),
      hash: Type.String(),
      count: Type.Integer({ description: 'Rows of the dataset' }),
      createdAt: Type.String({ format: 'date-time' }),
      source: Source,
    }),
  ),
  facilities: Type.Array(
    Type.Object({
      id: Type.String(),
      count: Type.Integer(),
      functions: Type.Array(Type.String()),
      source: Source,
    }),
  ),
  sites: Nullable(Counted),
  homes: Type.Array(
    Type.Object({
      basis: OneOf([...HOME_BASES], 'What tells where people live'),
      count: Type.Integer(),
      hash: Type.String(),
      source: Source,
    }),
  ),
  network: Nullable(
    Type.Object({
      count: Type.Integer({ description: 'Edges' }),
      hash: Type.String({ description: 'Names it in /networks/{hash}' }),
      bytes: Type.Integer({ description: 'Bytes of its compact form; 0 where it has to be imported again' }),
      source: Source,
    }),
  ),
});

export const ReleaseView = Type.Object({
  hash: Type.String(),
  parentHash: Nullable(Type.String()),
  message: Type.String(),
  createdAt: Type.String({ format: 'date-time' }),
  defaultRegion: Nullable(Type.String()),
  regions: Type.Array(RegionView),
});

export const HashParams = Type.Object({ hash: Hash });
export const ChosenRelease = Type.Object({ hash: Hash }, CLOSED);
