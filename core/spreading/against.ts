import { straightLineReach } from '../access/straight-line.ts';
import { ProblemError } from '../problem.ts';
import type { Edit } from '../scenario/edit.ts';
import type { EvaluationSetting } from '../scenario/evaluate.ts';
import { facilityChange, facilityEdits } from '../scenario/facilities.ts';
import { DETOUR } from '../scenario/reach.ts';

/** What a frontier can weigh an index against: the mean of a figure of the areas over the new dwellings. */
export const AGAINST = ['child_poverty', 'play_distance', 'meeting_distance', 'dwelling_cost'] as const;
export type AgainstId = (typeof AGAINST)[number];

/** Cost of a new dwelling in an area, or in the areas of a municipality. */
export type AreaCost = { code: string; cost: number };

export type Ground = Pick<EvaluationSetting, 'codes' | 'scope' | 'poverty' | 'reach' | 'objective'>;

/**
 * The figure over the areas of the scope, NaN where it is not known: the child-poverty index; metres on foot to the
 * nearest place to play or to meet (by the straight line and the usual detour, as the reach of a scenario is measured),
 * places that the edits open or close included; or the cost that was given. Null where nothing is known of it at all.
 * @throws ProblemError `bad-parameter` for a cost below 0, or of an area that is not there.
 */
export function againstFigure(
  id: AgainstId,
  ground: Ground,
  edits: readonly Edit[],
  costs: readonly AreaCost[],
): Float64Array | null {
  const { scope, codes, poverty } = ground;
  const within = (column: Float64Array) =>
    scope === null ? column : Float64Array.from(scope, cell => column[cell]!);
  if (id === 'child_poverty') return poverty ? within(poverty) : null;
  if (id === 'dwelling_cost') {
    const all = costColumn(ground, costs);
    return all === null ? null : within(all);
  }
  return distances(
    id === 'play_distance' ? 'play' : 'meeting',
    ground,
    edits,
    scope ?? Int32Array.from(codes.keys()),
  );
}

function distances(
  wanted: 'play' | 'meeting',
  { reach }: Ground,
  edits: readonly Edit[],
  cells: Int32Array,
): Float64Array | null {
  if (!reach) return null;
  const { facilities } = reach;
  const positions = new Map(facilities.map(({ code }, position) => [code, position]));
  const { lost, gained } = facilityChange(facilities, positions, facilityEdits(edits), wanted);
  const gone = new Set(lost);
  const there = facilities.filter((one, at) => one.functions.includes(wanted) && !gone.has(at));
  const places = [...there.map(({ geometry }) => geometry), ...gained];
  if (places.length === 0) return null;
  const at = (column: Float64Array) => Float64Array.from(cells, cell => column[cell]!);
  return straightLineReach({ lon: at(reach.lon), lat: at(reach.lat) }, DETOUR).toNearest(places).metres;
}

function costColumn({ codes, objective }: Ground, costs: readonly AreaCost[]): Float64Array | null {
  if (costs.length === 0) return null;
  const own = new Map<string, number>();
  const known = new Set([...codes, ...(objective?.municipalities ?? [])]);
  for (const { code, cost } of costs) {
    if (!known.has(code) || own.has(code) || !(cost >= 0) || cost === Infinity) {
      throw new ProblemError(
        'bad-parameter',
        !known.has(code)
          ? `There is no area or municipality ${code} to have a cost; leave it out.`
          : own.has(code)
            ? `${code} has two costs; give one.`
            : `${code} has a cost of ${cost}; give 0 or more.`,
        { code },
      );
    }
    own.set(code, cost);
  }
  return Float64Array.from(codes, (code, cell) => {
    const municipality = objective?.municipalities[objective.municipalityOf[cell] ?? -1];
    return own.get(code) ?? (municipality === undefined ? Number.NaN : (own.get(municipality) ?? Number.NaN));
  });
}
