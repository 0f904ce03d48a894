import { resolve } from 'node:path';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { ProblemError } from '../core/problem.ts';

/** The settings as the environment gives them; the one place that knows their names, defaults and limits. */
const environmentSchema = Type.Object({
  PORT: Type.Integer({ minimum: 0, maximum: 65535, default: 8080, description: 'a port number, 0 to 65535' }),
  HOST: Type.String({
    pattern: '^[A-Za-z0-9.:%_-]{1,253}$',
    default: '127.0.0.1',
    description: 'an address or host name to listen on, such as 127.0.0.1 or 0.0.0.0',
  }),
  DATA_DIR: Type.String({
    minLength: 1,
    default: '.buurtbalans',
    description: 'a folder for the embedded database',
  }),
  DATABASE_URL: Type.Optional(
    Type.String({
      pattern: '^postgres(ql)?://.+',
      description: 'postgres://user:password@host:port/database',
    }),
  ),
  ADMIN_TOKEN: Type.Optional(
    Type.String({
      minLength: 16,
      pattern: '^[\\x21-\\x7e]*$',
      description: 'at least 16 printable characters without spaces',
    }),
  ),
  BASEMAP_STYLE: Type.Optional(
    Type.String({
      pattern: '^https?://[^\\s]+$',
      description: 'the http or https address of a MapLibre style',
    }),
  ),
  LOG_LEVEL: Type.Enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
    default: 'info',
    description: 'trace, debug, info, warn, error, fatal or silent',
  }),
});

type Environment = Static<typeof environmentSchema>;
type Variable = keyof Environment;

export type Settings = {
  port: number;
  host: string;
  /** Absolute path of the folder that holds the embedded database. */
  dataDir: string;
  /** A PostgreSQL server with PostGIS, or null for the embedded database. */
  databaseUrl: string | null;
  adminToken: string | null;
  basemapStyle: string | null;
  logLevel: Environment['LOG_LEVEL'];
};

/** Variables whose value is a secret or may hold one; it is never printed. */
const SECRET: ReadonlySet<Variable> = new Set<Variable>(['DATABASE_URL', 'ADMIN_TOKEN']);

/**
 * Reads the settings from environment variables; an empty variable counts as not set.
 * @throws ProblemError `not-configured`, naming the variable, its value (unless secret) and what is allowed.
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const read = <Name extends Variable>(name: Name) => readVariable(name, env[name]);
  return {
    port: read('PORT'),
    host: read('HOST'),
    dataDir: resolve(read('DATA_DIR')),
    databaseUrl: read('DATABASE_URL') ?? null,
    adminToken: read('ADMIN_TOKEN') ?? null,
    basemapStyle: read('BASEMAP_STYLE') ?? null,
    logLevel: read('LOG_LEVEL'),
  };
}

function readVariable<Name extends Variable>(name: Name, text: string | undefined): Environment[Name] {
  const schema: Type.TSchema & { description?: string; default?: unknown } =
    environmentSchema.properties[name];
  if (text === undefined || text === '') return schema.default as Environment[Name];
  const value = name === 'PORT' && /^\d{1,5}$/.test(text) ? Number(text) : text;
  if (!Value.Check(schema, value)) {
    const shown = SECRET.has(name) ? `(${text.length} characters)` : `"${text}"`;
    throw new ProblemError('not-configured', `${name} is ${shown}; it must be ${schema.description}.`, {
      variable: name,
    });
  }
  return value as Environment[Name];
}
