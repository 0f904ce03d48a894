import { Command, InvalidArgumentError } from 'commander';
import { sourceIdOf } from '../../server/imports/source-id.ts';
import type { FacilityMap } from '../../server/imports/types.ts';
import { isOsm } from '../../server/readers/osm/open.ts';
import { openFile } from '../../server/readers/registry.ts';
import { OSM_SOURCE } from '../../server/sources/osm/source.ts';
import {
  addSourceOptions,
  collectList,
  parseEpsg,
  parsePair,
  parseRegion,
  readSource,
  type SourceOptions,
} from './options.ts';
import { importStep, type RegionOptions } from './session.ts';

type Options = SourceOptions &
  RegionOptions & { map?: string[]; function?: string[]; source?: string; crs?: number };

/** Roles of a column that are not attributes. */
const ROLES = ['key', 'name', 'functions', 'area', 'lon', 'lat'] as const;
type Role = (typeof ROLES)[number];

/** `--map gent` names a publisher; otherwise every `--map` is role=column or attribute=column. */
function readMap(options: Options, osm: boolean): FacilityMap | string {
  const given = options.map ?? [];
  if (osm && given.length === 0 && options.function === undefined) return 'osm';
  const [first] = given;
  if (given.length === 1 && first !== undefined && !first.includes('=')) return first;
  const map: { -readonly [Name in keyof FacilityMap]: FacilityMap[Name] } = {};
  const attributes: Record<string, string> = {};
  for (const text of given) {
    const [role, column] = parsePair(
      text,
      'key=column, name=column, functions=column, area=column, lon=column, lat=column or attribute=column',
    );
    if ((ROLES as readonly string[]).includes(role)) map[role as Role] = column;
    else attributes[role] = column;
  }
  if (Object.keys(attributes).length > 0) map.attributes = attributes;
  if (options.function !== undefined) map.defaultFunctions = options.function;
  if (map.functions === undefined && map.defaultFunctions === undefined) {
    throw new InvalidArgumentError('say what the places are for: --map functions=COLUMN or --function play');
  }
  return map;
}

export function facilitiesCommand(): Command {
  return addSourceOptions(
    new Command('facilities')
      .description('places to play, meet and recreate, schools, childcare …: points, lines or polygons')
      .argument(
        '<file>',
        'OpenStreetMap (.osm, .osm.pbf), GeoJSON, shapefile, or a table with a geometry or two columns of coordinates',
      )
      .option(
        '--map <role=column>',
        'key=, name=, functions=, area= (m²), lon= and lat=, or an attribute such as minAge=; or the name of a publisher (osm where the file is one)',
        collectList,
      )
      .option(
        '--function <id>',
        'function of every place that names none, such as play or green',
        collectList,
      )
      .option(
        '--source <id>',
        'id of the source; importing it again replaces it (default: the name of the file)',
      )
      .option('--crs <epsg>', 'EPSG code of the coordinates (default: what the file says)', parseEpsg)
      .option('--region <id>', 'study area it belongs to (default: own)', parseRegion)
      .option('--region-title <text>', 'title of a new region'),
  ).action(async (path: string, options: Options) => {
    const file = await openFile(path);
    const osm = isOsm(file);
    const map = readMap(options, osm);
    const told = osm ? { title: 'OpenStreetMap', ...OSM_SOURCE, ...options } : options;
    const sourceId = options.source ?? sourceIdOf(file);
    await importStep(
      {
        kind: 'facilities',
        file,
        sourceId,
        map,
        ...(options.crs === undefined ? {} : { epsg: options.crs }),
        source: await readSource(path, file, told),
      },
      `Places from ${file.name}`,
      options,
    );
  });
}
