import { Command, Option } from 'commander';
import { HOME_BASES, type HomeBasis } from '../../core/access/population/homes.ts';
import { isOsm } from '../../server/readers/osm/open.ts';
import { openFile } from '../../server/readers/registry.ts';
import { OSM_SOURCE } from '../../server/sources/osm/source.ts';
import { addSourceOptions, parseEpsg, parseRegion, readSource, type SourceOptions } from './options.ts';
import { importStep, type RegionOptions } from './session.ts';

type Options = SourceOptions &
  RegionOptions & { as?: HomeBasis; weight?: string; lon?: string; lat?: string; crs?: number };

export function homesCommand(): Command {
  return addSourceOptions(
    new Command('homes')
      .description('where people live, so that children count at homes and not all over their area')
      .argument(
        '<file>',
        'OpenStreetMap (.osm, .osm.pbf), or addresses, residential buildings, a population grid or residential land as GeoJSON, shapefile or a table',
      )
      .addOption(
        new Option('--as <basis>', 'what the records are; of OpenStreetMap only that').choices([
          ...HOME_BASES,
        ]),
      )
      .option(
        '--weight <column>',
        'column with the dwellings or floor of a building, or the residents of a cell (default: an address 1, a building its ground)',
      )
      .option('--lon <column>', 'column with the longitude or x, in a table without geometry')
      .option('--lat <column>', 'column with the latitude or y')
      .option('--crs <epsg>', 'EPSG code of the coordinates (default: what the file says)', parseEpsg)
      .option('--region <id>', 'study area it belongs to (default: own)', parseRegion)
      .option('--region-title <text>', 'title of a new region'),
  ).action(async (path: string, options: Options) => {
    const file = await openFile(path);
    const { as: basis, weight, lon, lat, crs: epsg } = options;
    const told = isOsm(file) ? { title: 'OpenStreetMap', ...OSM_SOURCE, ...options } : options;
    await importStep(
      {
        ...{ kind: 'homes', file },
        ...(basis && { basis }),
        map: { ...(weight && { weight }), ...(lon && { lon }), ...(lat && { lat }) },
        ...(epsg === undefined ? {} : { epsg }),
        source: await readSource(path, file, told),
      },
      `Homes from ${file.name}`,
      options,
    );
  });
}
