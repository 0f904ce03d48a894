import type { importingNl } from './importing.nl.ts';
import type { SameKeys } from './same-keys.ts';

/** Texts of bringing a file in through the page, in English. */
export const importingEn: SameKeys<typeof importingNl> = {
  title: 'Import a walking network, places or homes',
  intro:
    'The file becomes part of {{region}}. It is checked and then accepted or refused as a whole; what was there stays as an older version.',
  kind: 'What you import',
  kinds: { network: 'Walking network', facilities: 'Places', homes: 'Homes' },
  kindHelp: {
    network:
      'OpenStreetMap (.osm, .osm.pbf): streets and paths to walk. Or GeoJSON lines with fromNode, toNode, lengthM and kind.',
    facilities:
      'OpenStreetMap (.osm, .osm.pbf), or a list: GeoJSON, zipped shapefile, CSV or XLSX. Your corrections go on to hold.',
    homes:
      'Where people live, so that children count at their home and not all over their area. OpenStreetMap (.osm, .osm.pbf): addresses, residential buildings and residential land. Or a list of one of them, or a population grid.',
  },
  choose: 'Choose a file …',
  noFile: 'no file chosen yet',
  file: '{{name}} ({{kilobytes}} kB)',
  functions: 'What the places are for, where the list does not say',
  basis: 'What the list holds',
  bases: {
    addresses: 'addresses',
    buildings: 'residential buildings',
    'population-grid': 'population grid',
    'residential-land': 'residential land',
  },
  columns: 'Columns of the list (empty: as they are called, or in the geometry)',
  column: {
    key: 'Number or code',
    name: 'Name',
    functions: 'Function',
    area: 'Surface (m²)',
    weight: 'Number or floor area',
    lat: 'Latitude',
    lon: 'Longitude',
  },
  synthetic: 'This file is made up, as this example region is',
  syntheticHelp:
    '{{region}} does not exist. Real files belong in a region of their own; that begins with the boundaries, on the command line below.',
  start: 'Import',
  cancel: 'Stop',
  sending: 'Sending {{name}} …',
  stage: {
    reading: 'Reading {{name}} …',
    readingCount: 'Reading {{name}} … {{done}} read',
    checking: 'Checking the places of {{name}} … {{done}} checked',
    ordering: 'Ordering the streets …',
    accepting: 'Storing the new version …',
  },
  cancelled: 'The import was stopped. Nothing was changed.',
  refused: 'Not imported. Everything stays as it was.',
  done: '{{name}} is imported: {{rows}} rows. This page shows the new version.',
  unchanged: '{{name}} was there already, exactly so. Nothing was changed.',
  findings_one: '{{count}} remark of the checks',
  findings_other: '{{count}} remarks of the checks',
  severity: { error: 'error', warning: 'warning', repaired: 'repaired', note: 'note' },
  readOnly:
    'Only who may write here can import: at the computer itself that runs Buurtbalans, or on the command line.',
};
