import { Command, InvalidArgumentError } from 'commander';
import type { AreaLevel } from '../../core/areas/types.ts';
import { openFile } from '../../server/readers/registry.ts';
import {
  addSourceOptions,
  parseEpsg,
  parseLevel,
  parseRegion,
  parseYear,
  readSource,
  type SourceOptions,
} from './options.ts';
import { importStep, type RegionOptions } from './session.ts';

type Options = SourceOptions &
  RegionOptions & {
    level: AreaLevel;
    id: string;
    name?: string;
    parent?: string;
    parentLevel?: AreaLevel;
    parentName?: string;
    parentWithin?: AreaLevel;
    crs?: number;
    vintage?: number;
    sheet?: string;
  };

export function areasCommand(): Command {
  return addSourceOptions(
    new Command('areas')
      .description('polygons of one level: GeoJSON, shapefile (plain or zipped)')
      .argument('<file>', 'file with one polygon or multipolygon an area')
      .requiredOption('--level <level>', 'province, municipality, neighbourhood, sector, …', parseLevel)
      .requiredOption('--id <column>', 'column with the code of the area')
      .option('--name <column>', 'column with its name (default: the code)')
      .option(
        '--parent <column>',
        'column with the code of the parent; a parent level without polygons is dissolved',
      )
      .option('--parent-level <level>', 'level of --parent (default: the next coarser one)', parseLevel)
      .option('--parent-name <column>', 'column with the name of the parent, when it is dissolved')
      .option(
        '--parent-within <level>',
        'find the parent by a point on the surface within this level',
        parseLevel,
      )
      .option('--crs <epsg>', 'EPSG code of the coordinates (default: what the file says)', parseEpsg)
      .option('--vintage <year>', 'edition of the boundaries (default: this year)', parseYear)
      .option('--region <id>', 'study area it belongs to (default: own)', parseRegion)
      .option('--region-title <text>', 'title of a new region'),
  ).action(async (path: string, options: Options) => {
    if (options.parent !== undefined && options.parentWithin !== undefined) {
      throw new InvalidArgumentError('give --parent or --parent-within, not both');
    }
    const file = await openFile(path);
    const vintage = options.vintage ?? new Date().getFullYear();
    await importStep(
      {
        kind: 'areas',
        file,
        level: options.level,
        vintage,
        idColumn: options.id,
        ...(options.name === undefined ? {} : { nameColumn: options.name }),
        ...(options.parent === undefined ? {} : { parentColumn: options.parent }),
        ...(options.parentLevel === undefined ? {} : { parentLevel: options.parentLevel }),
        ...(options.parentName === undefined ? {} : { parentNameColumn: options.parentName }),
        ...(options.parentWithin === undefined ? {} : { parentWithin: options.parentWithin }),
        ...(options.crs === undefined ? {} : { epsg: options.crs }),
        source: await readSource(path, file, options),
      },
      `Areas of level ${options.level}, ${vintage}, from ${file.name}`,
      options,
    );
  });
}
