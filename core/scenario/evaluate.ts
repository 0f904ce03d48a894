import type { Contiguity } from '../areas/contiguity.ts';
import { keepZones } from '../concentration/counts.ts';
import { type Concentration, concentrationOf } from '../concentration/evaluate.ts';
import { panelIndices } from '../concentration/registry.ts';
import { NO_SPACE } from '../concentration/space.ts';
import { needsContiguity } from '../concentration/spatial-registry.ts';
import type { IndexOutcome } from '../concentration/types.ts';
import { type BaselineCounts, editApplier } from './apply.ts';
import { contiguitySpace } from './contiguity-space.ts';
import { socialDensity } from './density.ts';
import type { ScenarioParameters } from './document.ts';
import type { Edit } from './edit.ts';
import type { EvaluatedAreas } from './evaluated.ts';
import { type PovertyExposure, povertyExposure } from './exposure.ts';
import { type ObjectiveGround, type ObjectiveProgress, objectiveTracker } from './objective.ts';
import { type ScenarioProblem, scenarioProblems } from './problems.ts';
import { type Programme, programmeOf } from './programme.ts';
import { type Reach, type ReachGround, reachEvaluator } from './reach.ts';
import { areasAbove, MANY_SOCIAL } from './threshold.ts';

/** What a scenario is evaluated on: counts of a whole level, and the part of it that is looked at. */
export type EvaluationSetting = BaselineCounts & {
  /** Area indices (positions in the columns) of the scope; null is every area. Of `scopeIndices`. */
  scope: Int32Array | null;
  /** Ids of the indices, those of the panel by default. */
  indices?: readonly string[];
  /** Lower a group above its total to the total instead of refusing it. */
  clamp?: boolean;
  /** Surface of every area of the level, hectares; without it there is no density. */
  hectares?: Float64Array | null;
  /** Child-poverty index of every area of the level, NaN where it is not known; without it there is no exposure. */
  poverty?: Float64Array | null;
  /** Households of every area of the level, NaN where they are not known. */
  households?: Float64Array | null;
  /** Places and where people live; without it there is no reach. */
  reach?: ReachGround | null;
  /** Codes of all places, where an edit names one: those that it lacks are a problem. Of `reach` where not given, and null where not known. */
  facilityCodes?: readonly string[] | null;
  /** Who touches whom in the whole level, as `contiguityFromWire` gives it; without it no index asks that. */
  contiguity?: Contiguity | null;
  /** Objectives of the municipalities; without it they are not followed. */
  objective?: ObjectiveGround | null;
};

export type ScenarioEvaluation = {
  before: Concentration;
  after: Concentration;
  /** After − before of each index; null where one of the two is undefined. */
  difference: Record<string, number | null>;
  areas: EvaluatedAreas;
  /** Social dwellings per hectare; null without surfaces. */
  density: { before: number; after: number } | null;
  /** How many areas have a larger share of social dwellings than `share`. */
  above: { share: number; before: number; after: number };
  /** Null without child-poverty figures. */
  exposure: PovertyExposure | null;
  /** How many have a place to play, and to meet, within reach; empty where places are not known. */
  reach: Reach[];
  /** By municipality in the scope; empty where the areas lie in none. */
  objectives: ObjectiveProgress[];
  /** Codes that edits name and the level lacks, so that they count for nothing. */
  unknownAreas: string[];
  /** What the edits build and take away, in the scope or not. */
  programme: Programme;
  /** What a planner should look at; the figures are computed all the same. */
  problems: ScenarioProblem[];
};

/**
 * The one evaluation of a scenario: browser, server and command line all come here, so that their numbers are
 * the same. The baseline is counted once; the answer takes the edits as often as they change. Edits outside
 * the scope are applied and do not show. Errors as in `prepareCounts` and `evaluateIndices`.
 */
export function scenarioEvaluator(
  setting: EvaluationSetting,
): (edits: readonly Edit[], parameters?: ScenarioParameters) => ScenarioEvaluation {
  const { codes, scope, clamp } = setting;
  const apply = editApplier(setting);
  const index = scope ?? Int32Array.from(codes.keys());
  const scopedCodes = scope === null ? codes : Array.from(scope, i => codes[i]!);
  const within = (column: Float64Array): Float64Array => {
    const cells = new Float64Array(index.length);
    for (let k = 0; k < cells.length; k++) cells[k] = column[index[k]!]!;
    return cells;
  };
  const spaceOf = setting.contiguity ? contiguitySpace(setting.contiguity, scope) : () => NO_SPACE;
  const measure = (group: Float64Array, total: Float64Array, ids: readonly string[]): Concentration =>
    concentrationOf(
      keepZones(scopedCodes, group, total, { clamp: clamp ?? false }),
      ids,
      ids.some(needsContiguity) ? spaceOf(total) : NO_SPACE,
    );
  const socialBefore = within(setting.group);
  const totalBefore = within(setting.total);
  const measured = new Map<string, Concentration>();
  const measureBefore = (ids: readonly string[]): Concentration => {
    const key = ids.join();
    const known = measured.get(key) ?? measure(socialBefore, totalBefore, ids);
    measured.set(key, known);
    return known;
  };
  // What cannot be measured is refused before the first edit.
  measureBefore(setting.indices ?? panelIndices());

  const hectares = setting.hectares ? within(setting.hectares) : null;
  const poverty = setting.poverty ? within(setting.poverty) : null;
  const position = new Map(scopedCodes.map((code, k) => [code, k]));
  const reach = setting.reach
    ? reachEvaluator(setting.reach, index, {
        poverty: setting.poverty ?? null,
        areaBy: code => position.get(code),
      })
    : null;
  const follow = setting.objective ? objectiveTracker(setting.objective, setting) : null;
  const ground = { codes: new Set(codes), scope: scope === null ? null : new Set(scopedCodes) };
  const { facilityCodes = setting.reach?.facilities.map(({ code }) => code) ?? null } = setting;
  const facilities = facilityCodes && new Set(facilityCodes);

  return (edits, parameters = {}) => {
    const applied = apply(edits);
    const socialAfter = within(applied.group);
    const totalAfter = within(applied.total);
    const ids = setting.indices ?? panelIndices(parameters.index);
    const before = measureBefore(ids);
    const after = measure(socialAfter, totalAfter, ids);
    const areas = { index, socialBefore, totalBefore, socialAfter, totalAfter };
    const share = parameters.manySocial ?? MANY_SOCIAL;
    return {
      before,
      after,
      difference: Object.fromEntries(
        ids.map(id => [id, differenceOf(before.indices[id]!, after.indices[id]!)]),
      ),
      areas,
      density: hectares && socialDensity(areas, hectares),
      above: { share, ...areasAbove(areas, share) },
      exposure: poverty && povertyExposure(areas, poverty),
      reach: reach === null ? [] : reach(edits, parameters, areas),
      objectives: follow === null ? [] : follow(edits, parameters.objectiveKinds ?? null),
      unknownAreas: applied.unknownAreas,
      programme: programmeOf(edits, parameters),
      problems: scenarioProblems(edits, {
        ...ground,
        facilities,
        overdrawnAreas: applied.overdrawnAreas,
      }),
    };
  };
}

/** `scenarioEvaluator` for one list of edits. */
export function evaluateScenario(
  setting: EvaluationSetting & { edits: readonly Edit[]; parameters?: ScenarioParameters },
): ScenarioEvaluation {
  return scenarioEvaluator(setting)(setting.edits, setting.parameters);
}

function differenceOf(before: IndexOutcome, after: IndexOutcome): number | null {
  return 'value' in before && 'value' in after ? after.value - before.value : null;
}
