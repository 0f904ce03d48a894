import type { Contiguity } from '../../core/areas/contiguity.ts';
import { panelIndices } from '../../core/concentration/registry.ts';
import { needsContiguity } from '../../core/concentration/spatial-registry.ts';
import { ProblemError } from '../../core/problem.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import {
  type EvaluationSetting,
  evaluateScenario,
  type ScenarioEvaluation,
} from '../../core/scenario/evaluate.ts';
import { panelFigures } from '../../core/scenario/figures.ts';
import { checkResults, type ResultsCheck } from '../../core/scenario/results.ts';
import { version } from '../version.ts';
import { type LoadedAreas, loadAreas } from './areas.ts';
import { releaseByHash } from './catalogue.ts';
import { contiguityAsSent } from './contiguity.ts';
import type { Desk } from './desk.ts';
import { columnBeside, objectiveGround, reachGround } from './scenario-ground.ts';
import { scopeOf } from './scope.ts';
import { areasItemOf, facilitiesItems, regionOf } from './select.ts';
import type { AreasItem, Region, Release } from './types.ts';
import { findValueSource, type ValueSource } from './value-sources.ts';
import { loadValues } from './values.ts';

/** What a scenario is measured on, of the release it was made on. */
export type ScenarioGround = {
  release: Release;
  region: Region;
  item: AreasItem;
  source: ValueSource;
  areas: LoadedAreas;
  setting: EvaluationSetting;
};

export type EvaluatedScenario = Omit<ScenarioGround, 'setting'> & {
  evaluation: ScenarioEvaluation;
  /** Null where no index asked who touches whom. */
  contiguity: Contiguity | null;
};

export type EvaluationOptions = { indices?: readonly string[] | undefined; clamp?: boolean | undefined };

/**
 * The ground of a scenario, on the release it was made on.
 * @throws ProblemError `not-found` when that release, or what it names in it, is not here; `conflict` when the areas
 * are not the ones it was made on.
 */
export async function scenarioGround(
  desk: Desk,
  { baseline, edits, parameters }: ScenarioDocument,
  { indices, clamp = false }: EvaluationOptions = {},
): Promise<ScenarioGround> {
  const { database } = desk;
  const release = await releaseByHash(database, baseline.release);
  const region = regionOf(release, baseline.region);
  const { level, vintage, year, indicator } = baseline;
  const item = areasItemOf(release, region.id, level, vintage);
  if (item.hash !== baseline.areasHash) {
    throw new ProblemError(
      'conflict',
      `The scenario was made on other areas (${baseline.areasHash}) than ${level} ${vintage} of its release (${item.hash})`,
      { areasHash: item.hash },
    );
  }
  const source = findValueSource(release, { region: region.id, indicator, level, vintage, year });
  const areas = await loadAreas(database, item);
  const columns = await loadValues(database, source);
  const { codes, areaHa } = areas.table;
  const setting: EvaluationSetting = {
    codes,
    group: columns.numerator,
    total: columns.denominator,
    hectares: areaHa,
    poverty: await columnBeside(database, release, item, 'child_poverty', year),
    households: await columnBeside(database, release, item, 'households', year),
    reach: await reachGround(desk, release, { item, areas, year }, edits),
    ...(facilitiesItems(release, item.region).length === 0 ? { facilityCodes: [] } : {}),
    objective: await objectiveGround(database, release, item, year),
    contiguity: (indices ?? panelIndices(parameters.index)).some(needsContiguity)
      ? await contiguityAsSent(desk, item)
      : null,
    scope: await scopeOf(database, release, item, baseline.scope),
    clamp,
    ...(indices === undefined ? {} : { indices }),
  };
  return { release, region, item, source, areas, setting };
}

/** Evaluates a scenario by the same function as the browser. Errors as `scenarioGround` and `evaluateScenario`. */
export async function evaluateDocument(
  desk: Desk,
  document: ScenarioDocument,
  options: EvaluationOptions = {},
): Promise<EvaluatedScenario> {
  const { setting, ...ground } = await scenarioGround(desk, document, options);
  const { edits, parameters } = document;
  const evaluation = evaluateScenario({ ...setting, edits, parameters });
  return { ...ground, evaluation, contiguity: setting.contiguity ?? null };
}

/**
 * Computes what a file says a scenario comes to again, and compares; null for a file without results. `evaluated` is the
 * scenario with the indices that were asked for; those of the file are the panel's.
 */
export async function checkedResults(
  desk: Desk,
  document: ScenarioDocument,
  evaluated: EvaluatedScenario,
  { indices, clamp }: EvaluationOptions = {},
): Promise<ResultsCheck | null> {
  if (document.results === undefined) return null;
  const again = indices === undefined ? evaluated : await evaluateDocument(desk, document, { clamp });
  const figures = panelFigures(again.evaluation);
  return checkResults(document.results, { release: again.release.hash, version, figures });
}
