import { prepareCounts } from '../../../core/concentration/counts.ts';
import { ProblemError } from '../../../core/problem.ts';
import { capacityLimit, lockedAreas, maxShareLimit } from '../../../core/spreading/limits.ts';
import type { PlanSpace } from '../../../core/spreading/plan-by.ts';
import { isSmoothed } from '../../../core/spreading/smoothed-dissimilarity.ts';
import type { Limit, SpreadProblem } from '../../../core/spreading/types.ts';
import { readCounts } from '../../../server/readers/counts.ts';
import { openFile } from '../../../server/readers/registry.ts';
import type { OpenedFile } from '../../../server/readers/types.ts';
import { groundIn } from '../concentration/read.ts';
import type { SpreadOptions } from './asked.ts';
import { readQuotas } from './quotas.ts';

/** The problem, and the figure of `--frontier` where one was asked for. */
export type Asked = { problem: SpreadProblem; figure: Float64Array | null; space: PlanSpace };

/** The problem that a file and the options pose. Errors as `readCounts`, `prepareCounts`, `readQuotas` and the limits. */
export async function readProblem(file: OpenedFile, options: SpreadOptions): Promise<Asked> {
  const wantsMap = isSmoothed(options.objective);
  if (wantsMap && !file.spatial) {
    throw new ProblemError(
      'bad-parameter',
      `${file.name} has no polygons, which ${options.objective} needs; give a GeoJSON or shapefile`,
    );
  }
  const wanted = { ...options, figure: options.frontier };
  const { codes, group, total, capacity, figure, partOf, outlines } = await readCounts(
    file,
    wanted,
    wantsMap,
  );
  const contiguity = outlines && groundIn(file, codes, outlines, options);
  // Refuses what no index can be computed on; areas without dwellings stay, as they can be built in.
  prepareCounts({ codes, group, total }, { clamp: options.clamp ?? false });
  const counts = {
    group: Float64Array.from(group, (x, area) => Math.min(x, total[area]!)),
    total: Float64Array.from(total),
  };
  const limits: Limit[] = [
    ...(capacity === null ? [] : [capacityLimit(codes, capacity)]),
    ...(options.perArea === undefined
      ? []
      : [{ id: 'per-area', most: new Float64Array(codes.length).fill(options.perArea) }]),
    ...(options.maxShare === undefined ? [] : [maxShareLimit(counts, options.maxShare)]),
    ...(options.locked === undefined ? [] : [lockedLimit(codes, options.locked)]),
  ];
  const quotas =
    options.quota === undefined ? [] : await readQuotas(await openFile(options.quota), { codes, partOf });
  const { dwellings, minProject = 1 } = options;
  return {
    problem: { codes, ...counts, dwellings, limits, quotas, minProject },
    figure,
    space: { contiguity, kept: [...codes.keys()] },
  };
}

/** Nothing leaves a locked area. */
export const leaveLimit = ({ limits }: SpreadProblem): Limit | null =>
  limits.find(({ id }) => id === 'locked') ?? null;

function lockedLimit(codes: readonly string[], locked: readonly string[]): Limit {
  const places = new Map(codes.map((code, place) => [code, place]));
  const unknown = locked.filter(code => !places.has(code));
  if (unknown.length > 0) {
    throw new ProblemError(
      'bad-parameter',
      `There is no area ${unknown.join(', ')} to lock; give codes of the column --id.`,
    );
  }
  return lockedAreas(
    'locked',
    codes.length,
    locked.map(code => places.get(code)!),
  );
}
