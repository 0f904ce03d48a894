import { Type } from 'typebox';
import { ScenarioSchema } from '../../../../../core/scenario/document.ts';
import { MOST_VERSIONS } from '../../../../scenarios/versions.ts';
import { ClampParameter, IndicesParameter } from '../concentration/measuring.ts';
import { ConcentrationFigures } from '../concentration/schemas.ts';
import { CLOSED, ReleaseHash } from '../shapes.ts';
import { AboveThreshold, Chance, Density, Exposure, Objectives, ReachFigures } from './around.ts';
import { PanelFigures } from './figures.ts';
import { ProgrammeFigures, ScenarioProblems } from './programme.ts';
import { CheckedResults } from './results.ts';

/** Bytes of a scenario: more than the largest a person makes, less than what would stop the server. */
export const SCENARIO_BYTES = 4 * 1024 * 1024;

/**
 * The scenario file. It is described here and checked by `parseScenario` of the core, which says in one line what is
 * wrong and where; a schema would say it in the words of a validator.
 */
export const ScenarioBody = Type.Unsafe<unknown>({
  type: 'object',
  additionalProperties: true,
  description: `A scenario file (format "buurtbalans-scenario"), with: ${Object.keys(ScenarioSchema.properties).join(', ')}`,
});

/** A JSON Schema, which describes itself. */
export const JsonSchema = Type.Unsafe<object>({ type: 'object', additionalProperties: true });

export const ScenarioParams = Type.Object({ id: Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' }) });

export const CreatedScenario = Type.Object({
  id: Type.String({ description: 'Unguessable; whoever knows it may read the scenario' }),
  secret: Type.String({ description: 'Needed to change or delete it; shown this once' }),
  revision: Type.Integer(),
});

/** The document is as the core checked it when it came in. */
export const Document = Type.Unsafe<object>({ type: 'object', additionalProperties: true });
export const Instant = Type.String({ format: 'date-time' });

export const StoredScenario = Type.Object({
  id: Type.String(),
  title: Type.String(),
  revision: Type.Integer(),
  updatedAt: Instant,
  document: Document,
});

export const VersionParams = Type.Object({
  ...ScenarioParams.properties,
  revision: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
});

export const Versions = Type.Object({
  versions: Type.Array(
    Type.Object({
      revision: Type.Integer(),
      title: Type.String(),
      edits: Type.Integer({ description: 'How many edits it has' }),
      storedAt: Instant,
    }),
    {
      description: `The latest first; the last ${MOST_VERSIONS}, and those that a frozen link shows`,
    },
  ),
});

export const Version = Type.Object({
  revision: Type.Integer(),
  title: Type.String(),
  storedAt: Instant,
  document: Document,
});

export const EvaluateQuery = Type.Object(
  {
    indices: IndicesParameter,
    clamp: ClampParameter,
    areas: Type.Optional(
      Type.Boolean({ default: false, description: 'Also before and after of every area' }),
    ),
    chance: Type.Optional(
      Type.Boolean({ default: false, description: 'Also what chance alone would give of each index' }),
    ),
  },
  CLOSED,
);

const NumberColumn = Type.Array(Type.Number());

export const Evaluation = Type.Object({
  release: ReleaseHash,
  before: ConcentrationFigures,
  after: ConcentrationFigures,
  difference: Type.Unsafe<Record<string, number | null>>({
    type: 'object',
    additionalProperties: { type: 'number', nullable: true },
    description: 'After − before of each index; null where one of the two is undefined',
  }),
  unknownAreas: Type.Array(Type.String(), { description: 'Codes in edits that the level lacks' }),
  figures: PanelFigures,
  density: Density,
  above: AboveThreshold,
  exposure: Exposure,
  reach: ReachFigures,
  objectives: Objectives,
  chance: Type.Optional(Chance),
  programme: ProgrammeFigures,
  problems: ScenarioProblems,
  results: Type.Optional(CheckedResults),
  areas: Type.Optional(
    Type.Object({
      index: Type.Array(Type.Integer()),
      socialBefore: NumberColumn,
      totalBefore: NumberColumn,
      socialAfter: NumberColumn,
      totalAfter: NumberColumn,
    }),
  ),
});
