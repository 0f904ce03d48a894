import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { openDatabase } from '../server/database/open.ts';

export const SCHEMA_FILE = fileURLToPath(new URL('../server/database/schema.ts', import.meta.url));

/** What `pg` gives for a column of each type. bigint and numeric are not used: `pg` gives them as text. */
const TYPES: Readonly<Record<string, string>> = {
  boolean: 'boolean',
  smallint: 'number',
  integer: 'number',
  'double precision': 'number',
  text: 'string',
  'text[]': 'string[]',
  'timestamp with time zone': 'Timestamp',
  geometry: 'Geometry',
  bytea: 'Buffer',
};

/** What a database cannot say about itself: the shape of its JSON, and which columns of a view are never null. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'dataset_versions.source': 'SourceJson',
  'dataset_versions.report': 'FindingsJson',
  'indicators.definition': 'IndicatorJson',
  'scenarios.document': 'ScenarioJson',
  'scenario_versions.document': 'ScenarioJson',
  'facilities.attributes': 'AttributesJson',
  'staged_facilities.attributes': 'AttributesJson',
  'facilities.origin': 'OriginJson | null',
  'staged_facilities.origin': 'OriginJson | null',
  'facility_corrections.delta': 'PatchJson',
  'facility_corrections.patch': 'PatchJson',
  'facility_corrections.attributes': 'AttributesJson',
  'protected_observations.region': 'string',
  'protected_observations.version': 'number',
  'protected_observations.code': 'string',
  'protected_observations.category': 'string',
  'protected_observations.status': 'string',
};

type Column = { relation: string; name: string; type: string; nullable: boolean; generated: boolean };

// Tables, partitioned tables and views of our own: not the partitions, and not what an extension brought.
const COLUMNS = `
  select c.relname as relation, a.attname as name,
    regexp_replace(format_type(a.atttypid, a.atttypmod), '\\(.*\\)', '') as type,
    not a.attnotnull as nullable, a.atthasdef or a.attidentity <> '' as generated
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relkind in ('r', 'p', 'v') and not c.relispartition and c.relnamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by c.relname collate "C", a.attnum`;

/**
 * The text of server/database/schema.ts for the tables and views that a database has.
 * @throws Error for a column whose type TYPES does not know.
 */
export async function schemaSource(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<Column>(COLUMNS);
  const relations = Map.groupBy(rows, column => column.relation);
  const body = [...relations].map(
    ([relation, columns]) => `  ${relation}: {\n${columns.map(columnLine).join('')}  };\n`,
  );
  const used = [
    ...new Set([...body.join('').matchAll(/\b(?:Geometry|Timestamp|\w+Json|Made)\b/g)].map(String)),
  ];
  return [
    '// Written by `npm run database:types` from sql/migrations; a test fails when it is stale.\n',
    `import type { ${used.sort().join(', ')} } from './column-types.ts';\n\n`,
    `export type DB = {\n${body.join('')}};\n`,
  ].join('');
}

function columnLine({ relation, name, type, nullable, generated }: Column): string {
  const exception = EXCEPTIONS[`${relation}.${name}`];
  if (exception) return `    ${name}: ${exception};\n`;
  const plain = TYPES[type];
  if (!plain)
    throw new Error(`Column ${relation}.${name} has type ${type}; name it in ${import.meta.filename}`);
  const full = nullable ? `${plain} | null` : plain;
  return `    ${name}: ${generated ? `Made<${full}>` : full};\n`;
}

/** `npm run database:types`: writes server/database/schema.ts from the migrations, in a fresh embedded database. */
async function writeSchema(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'buurtbalans-types-'));
  const database = await openDatabase({ databaseUrl: null, dataDir }, { onProgress: console.log });
  await writeFile(SCHEMA_FILE, await schemaSource(database.pool));
  await database.close();
  await rm(dataDir, { recursive: true });
  console.log(`Wrote ${SCHEMA_FILE}`);
}

if (import.meta.main) await writeSchema();
