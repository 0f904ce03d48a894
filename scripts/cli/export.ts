import { Command, Option } from 'commander';
import type { AreaLevel } from '../../core/areas/types.ts';
import { inThisThread } from '../../server/computation/in-this-thread.ts';
import { exportAreas } from '../../server/writers/areas.ts';
import { exportFacilities } from '../../server/writers/facilities.ts';
import { EXPORT_FORMATS } from '../../server/writers/registry.ts';
import { exportScenario } from '../../server/writers/scenario.ts';
import { collectList, parseLevel, parseRegion, parseYear } from './options.ts';
import { readScenarioFile } from './scenario-file.ts';
import { writeExport } from './write.ts';

type Common = { format: string; out?: string; release?: string; region?: string; scope?: string };

export function exportCommand(): Command {
  const command = new Command('export').description(
    'a layer as GeoJSON, CSV or XLSX, with its source, licence and release',
  );
  command.addCommand(areasExport()).addCommand(facilitiesExport()).addCommand(scenarioExport());
  return command;
}

function common(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', 'file format').choices(EXPORT_FORMATS).default('geojson'))
    .option('--out <file>', 'file to write (default: standard output)');
}

function withRelease(command: Command): Command {
  return command
    .option('--release <hash>', 'release to read (default: the current one)')
    .option('--region <id>', 'study area (default: the one imported into last)', parseRegion)
    .option('--scope <level:code>', 'only what lies in this area, such as municipality:44021');
}

function areasExport(): Command {
  type Options = Common & {
    level: AreaLevel;
    vintage?: number;
    indicators?: string[];
    areas?: string[];
    year?: number;
    geometry: boolean;
  };
  return common(withRelease(new Command('areas').description('areas of a level with indicators')))
    .requiredOption('--level <level>', 'level of the areas', parseLevel)
    .option('--vintage <year>', 'edition of the boundaries (default: the newest)', parseYear)
    .option('--indicators <ids>', 'comma list (default: every indicator that the level has)', collectList)
    .option('--areas <codes>', 'comma list of codes: only these areas of the level', collectList)
    .option('--year <year>', 'year of the values (default: the newest of each indicator)', parseYear)
    .option('--no-geometry', 'leave the polygons out')
    .action((options: Options) => writeExport(options, database => exportAreas(database, options)));
}

function facilitiesExport(): Command {
  type Options = Common & { function?: string[]; source?: string };
  return common(
    withRelease(new Command('facilities').description('places to play, meet and recreate, schools, …')),
  )
    .option('--function <ids>', 'only these functions', collectList)
    .option('--source <id>', 'only this source')
    .action(({ function: functions, ...options }: Options) =>
      writeExport(options, database => exportFacilities(database, { ...options, functions })),
    );
}

function scenarioExport(): Command {
  type Options = Common & { geometry: boolean; clamp?: true };
  return common(
    new Command('scenario')
      .description('the areas of a scenario: before, after and the difference')
      .argument('<file>', 'a .scenario.json file'),
  )
    .option('--no-geometry', 'leave the polygons out')
    .option('--clamp', 'lower social dwellings above the total to the total, instead of refusing')
    .action(async (path: string, options: Options) => {
      const document = await readScenarioFile(path);
      await writeExport(options, database =>
        exportScenario({ database, computation: inThisThread }, { ...options, document }),
      );
    });
}
