import { Command } from 'commander';
import { isOsm } from '../../server/readers/osm/open.ts';
import { openFile } from '../../server/readers/registry.ts';
import { OSM_SOURCE } from '../../server/sources/osm/source.ts';
import { addSourceOptions, parseEpsg, parseRegion, readSource, type SourceOptions } from './options.ts';
import { importStep, type RegionOptions } from './session.ts';

type Options = SourceOptions & RegionOptions & { crs?: number };

export function networkCommand(): Command {
  return addSourceOptions(
    new Command('network')
      .description(
        'streets and paths to walk: OpenStreetMap, or a file of edges; replaces the network of the region',
      )
      .argument('<file>', '.osm, .osm.pbf, or GeoJSON lines with fromNode, toNode, lengthM and kind')
      .option('--crs <epsg>', 'EPSG code of the coordinates (default: what the file says)', parseEpsg)
      .option('--region <id>', 'study area it belongs to (default: own)', parseRegion)
      .option('--region-title <text>', 'title of a new region'),
  ).action(async (path: string, options: Options) => {
    const file = await openFile(path);
    const known = isOsm(file) ? { ...OSM_SOURCE, ...options } : options;
    await importStep(
      {
        kind: 'network',
        file,
        ...(options.crs === undefined ? {} : { epsg: options.crs }),
        source: await readSource(path, file, known),
      },
      `Walking network from ${file.name}`,
      options,
    );
  });
}
