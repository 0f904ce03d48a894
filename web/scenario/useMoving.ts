import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { codePositions } from '../../core/areas/hierarchy.ts';
import type { AreaLevel } from '../../core/areas/types.ts';
import { PANEL_INDICES } from '../../core/concentration/registry.ts';
import type { IndexOutcome } from '../../core/concentration/types.ts';
import { ProblemError } from '../../core/problem.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { Edit } from '../../core/scenario/edit.ts';
import { type EvaluationSetting, evaluateScenario } from '../../core/scenario/evaluate.ts';
import { dividedBySurface, type Moving, movingOf } from '../../core/scenario/moving.ts';
import { evaluationSetting } from '../../core/scenario/setting.ts';
import type { AreaColumns } from '../data/columns.ts';
import { areaColumnsQuery, type Ground, useCurrentRelease, valuesQuery } from '../data/queries.ts';
import type { ReleaseView } from '../data/types.ts';
import { type Scene, useScene } from '../state/scene.tsx';
import { movedTo } from './ground.ts';
import { partsOf } from './siteEdits.ts';

/** The figures of a scenario by index; null where they cannot be computed. */
export type Figures = Readonly<Record<string, IndexOutcome>> | null;

export type Moved = {
  moving: Moving;
  /** With its drawn sites divided over the areas of the new release. */
  edits: readonly Edit[];
  ground: NonNullable<ReturnType<typeof movedTo>>;
  /** Null where the old release is gone. */
  before: Figures;
  after: Figures;
  /** Name of an area in the new release, else in the old. */
  nameOf: (code: string) => string;
  newest: ReleaseView;
};

function figuresOf(
  setting: EvaluationSetting,
  { parameters }: ScenarioDocument,
  edits: readonly Edit[],
): Figures {
  try {
    return evaluateScenario({ ...setting, edits, parameters, indices: PANEL_INDICES }).after.indices;
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}

/** The edits as they are on the new areas. */
function dividedAnew(ground: Ground, level: AreaLevel, edits: readonly Edit[]): Promise<Edit[]> {
  return Promise.all(
    edits.map(async edit => {
      if (!dividedBySurface(edit) || !('place' in edit) || edit.place.kind !== 'site') return edit;
      const parts = await partsOf(ground, level, edit.place.geometry);
      return { ...edit, place: { ...edit.place, parts } };
    }),
  );
}

async function compare(
  queries: QueryClient,
  scene: Scene,
  scenario: ScenarioDocument,
  newest: ReleaseView,
): Promise<Moved> {
  const { baseline } = scenario;
  const { region, level, indicator, year } = baseline;
  const to = movedTo(newest, baseline);
  if (to === null)
    throw new ProblemError('not-found', 'The newest release lacks the figures of the scenario');
  const ground: Ground = { release: newest.hash, region };
  const levels = [
    ...new Set(newest.regions.find(one => one.id === region)?.levels.map(one => one.level as AreaLevel)),
  ];
  const tables = await Promise.all(levels.map(one => queries.fetchQuery(areaColumnsQuery(ground, one))));
  const columns = new Map<AreaLevel, AreaColumns>(tables.map(table => [table.level, table]));
  const values = await queries.fetchQuery(valuesQuery(ground, { indicator, level, year }));
  const after = evaluationSetting(baseline, columns, values);
  const here = scene.release.hash === baseline.release && scene.values !== undefined ? scene.values : null;
  const before = here === null ? null : evaluationSetting(baseline, scene.columns, here);
  const sameAreas = to.areasHash === baseline.areasHash;
  const edits = sameAreas ? scenario.edits : await dividedAnew(ground, level, scenario.edits);
  const nameIn = (table: AreaColumns | undefined, code: string): string | undefined => {
    const at = table === undefined ? undefined : codePositions(table).get(code);
    return at === undefined ? undefined : table?.names[at];
  };
  const found = movingOf(before, after, edits);
  return {
    moving: sameAreas ? { ...found, sites: { bySurface: 0, byHand: 0 } } : found,
    edits,
    ground: to,
    before: before === null ? null : figuresOf(before, scenario, scenario.edits),
    after: figuresOf(after, scenario, edits),
    nameOf: code => nameIn(columns.get(level), code) ?? nameIn(scene.columns.get(level), code) ?? code,
    newest,
  };
}

/** What moving a scenario to the newest release would change, worked out on the figures of both. */
export function useMoving(scenario: ScenarioDocument) {
  const queries = useQueryClient();
  const scene = useScene();
  const { data: newest } = useCurrentRelease();
  return useQuery({
    queryKey: ['moving', newest?.hash, scenario.id, scenario.updatedAt, scene.values?.release],
    queryFn: () => {
      if (newest === undefined) throw new ProblemError('unavailable', 'The newest release is not known yet');
      return compare(queries, scene, scenario, newest);
    },
    enabled: newest !== undefined,
    gcTime: 0,
  });
}
