import type { Geometry } from 'geojson';
import { demoSettings } from '../../../data/demo.ts';
import type { AreasStep, ImportStep, TableStep } from '../../imports/types.ts';
import type { OpenedFile } from '../../readers/types.ts';
import type { DatasetSource } from '../../releases/types.ts';
import { generateDemo } from './generate.ts';
import { DEMO_LEVELS, type DemoLevel, type FacilityAttributes } from './types.ts';

/** The region the demo is imported into; marked synthetic on every screen and in every export. */
export const DEMO_REGION = { id: demoSettings.region, title: demoSettings.title } as const;

const PARENT_LEVEL: Readonly<Partial<Record<DemoLevel, DemoLevel>>> = {
  municipality: 'province',
  neighbourhood: 'municipality',
  sector: 'neighbourhood',
};

/** A file has every column in every record, filled or not. */
const NO_ATTRIBUTES: Readonly<Record<keyof FacilityAttributes, null>> = {
  minAge: null,
  maxAge: null,
  capacity: null,
  pupils: null,
  wheelchair: null,
  lit: null,
  fee: null,
};

/**
 * Generates the demo region and hands it to the import as files in memory, in the order in which they need
 * each other: areas from coarse to fine, tables, places, the walking network, buildable sites.
 */
export function demoImportSteps(): ImportStep[] {
  const region = generateDemo(demoSettings);
  const { vintage } = demoSettings;
  const areas = DEMO_LEVELS.map((level): AreasStep => {
    const parentLevel = PARENT_LEVEL[level];
    return {
      kind: 'areas',
      file: memoryFile(
        `demo-${level}.geojson`,
        region.areas[level].map(({ geometry, ...properties }) => ({ properties, geometry })),
      ),
      level,
      vintage,
      idColumn: 'code',
      nameColumn: 'name',
      ...(parentLevel === undefined ? {} : { parentColumn: 'parentCode', parentLevel }),
      epsg: 4326,
      source: source('Gebieden'),
    };
  });
  const table = (
    level: DemoLevel,
    topic: string,
    rows: readonly Record<string, unknown>[],
    rest: Pick<TableStep, 'maps' | 'category'>,
  ): TableStep => ({
    kind: 'table',
    file: memoryFile(
      `demo-${level}-${topic}.csv`,
      rows.map(properties => ({ properties, geometry: null })),
    ),
    level,
    vintage,
    idColumn: 'code',
    yearColumn: 'year',
    source: source('Cijfers'),
    ...rest,
  });
  return [
    ...areas,
    table('sector', 'housing', region.housing, {
      maps: [
        { indicator: 'social_share', column: 'social', denominatorColumn: 'dwellings' },
        { indicator: 'households', column: 'households' },
      ],
    }),
    table('sector', 'tenure', region.tenure, {
      maps: [{ indicator: 'dwellings', column: 'dwellings' }],
      category: { name: 'tenure', column: 'tenure' },
    }),
    table('municipality', 'objective', region.objective, {
      maps: [
        { indicator: 'social_objective', column: 'extra' },
        { indicator: 'social_objective_start', column: 'start' },
      ],
    }),
    table('municipality', 'pipeline', region.pipeline, {
      maps: [{ indicator: 'social_pipeline', column: 'planned' }],
    }),
    // Small counts are hidden, and a sum over hidden cells too: the coarser levels are delivered by themselves.
    ...(['municipality', 'neighbourhood', 'sector'] as const).flatMap(level => [
      table(level, 'child-poverty', region.childPoverty[level], {
        maps: [{ indicator: 'child_poverty', column: 'deprived', denominatorColumn: 'births' }],
      }),
      table(level, 'children', region.children[level], {
        maps: [{ indicator: 'children', column: 'children' }],
        category: { name: 'age', column: 'age' },
      }),
    ]),
    {
      kind: 'facilities',
      file: memoryFile(
        'demo-facilities.geojson',
        region.facilities.map(({ key, name, functions, attributes, geometry }) => ({
          properties: { key, name, functions: functions.join(','), ...NO_ATTRIBUTES, ...attributes },
          geometry,
        })),
      ),
      sourceId: 'demo',
      map: {
        key: 'key',
        name: 'name',
        functions: 'functions',
        attributes: Object.fromEntries(Object.keys(NO_ATTRIBUTES).map(attribute => [attribute, attribute])),
      },
      epsg: 4326,
      source: source('Voorzieningen'),
    },
    {
      kind: 'network',
      file: memoryFile(
        'demo-network.geojson',
        region.edges.map(({ geometry, ...properties }) => ({ properties, geometry })),
      ),
      epsg: 4326,
      source: source('Wandelnetwerk'),
    },
    {
      kind: 'sites',
      file: memoryFile(
        'demo-sites.geojson',
        region.sites.map(({ geometry, ...properties }) => ({ properties, geometry })),
      ),
      epsg: 4326,
      source: source('Bouwgronden'),
    },
  ];
}

function source(topic: string): DatasetSource {
  return {
    title: `Voorbeeldgegevens (synthetisch): ${topic.toLowerCase()}`,
    publisher: `Buurtbalans generator, seed ${demoSettings.seed}`,
    licence: 'CC0-1.0',
    url: null,
    fileName: null,
    fileHash: null,
    note: `${demoSettings.title} bestaat niet: plaatsen, namen en cijfers zijn verzonnen.`,
  };
}

/** A file that never was on disk: the records of a generator, as a reader would give them. */
function memoryFile(
  name: string,
  records: readonly { properties: Record<string, unknown>; geometry: Geometry | null }[],
): OpenedFile {
  const spatial = records.some(record => record.geometry !== null);
  return {
    format: 'memory',
    name,
    declaredEpsg: spatial ? 4326 : null,
    spatial,
    async *records() {
      for (const [i, { properties, geometry }] of records.entries())
        yield { number: i + 1, properties, geometry };
    },
  };
}
