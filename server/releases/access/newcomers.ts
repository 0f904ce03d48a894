import type { Ages } from '../../../core/access/ages.ts';
import {
  childrenOfAges,
  type Newcomers,
  newChildren,
  sitePoints,
} from '../../../core/access/population/new-children.ts';
import { type Peopled, withNewcomers } from '../../../core/access/population/with-newcomers.ts';
import { ROOM_FOR_CHILDREN } from '../../../core/scenario/children.ts';
import type { ScenarioDocument } from '../../../core/scenario/document.ts';
import type { Desk } from '../desk.ts';
import { type AccessGround, positionsAt, type ScopedGround } from './ground.ts';

/** The children of a scope, and those of some ages (all under null) who come with the new dwellings of a scenario; errors as in `positionsAt`. */
export async function peopledAfter(
  { computation }: Desk,
  ground: AccessGround,
  { indices, settled, children }: ScopedGround,
  {
    baseline,
    edits,
    parameters,
  }: { baseline: Pick<ScenarioDocument['baseline'], 'level'> } & Pick<
    ScenarioDocument,
    'edits' | 'parameters'
  >,
  ages: Ages | null = null,
): Promise<Peopled> {
  if (!edits.some(({ kind, enabled }) => kind === 'build' && enabled)) return { settled, children };
  const areasOf = scopedAreas(ground, indices, baseline.level);
  const { codes } = ground.tables.get(baseline.level)!;
  const positions = new Map(codes.map((code, position) => [code, position]));
  const coefficients = parameters.children ?? ROOM_FOR_CHILDREN;
  const { newcomers } = newChildren(edits, coefficients, code => {
    const position = positions.get(code);
    return position !== undefined && areasOf.has(position) ? position : undefined;
  });
  const wanted = newcomers.map(one => ({ ...one, children: childrenOfAges(one.byAge, ages) }));
  const here = wanted.flatMap(one => dividedOver(areasOf.get(one.area)!, one, children.all));
  const sites = here.flatMap(({ site }) => (site === null ? [] : [site]));
  const { network } = ground;
  const joined = new Map(
    network === null
      ? []
      : await Promise.all(
          sites.map(async site => {
            const points = sitePoints(site);
            return [points, await computation.run('joinSettlement', [points, network])] as const;
          }),
        ),
  );
  return withNewcomers({ settled, children }, here, points => joined.get(points) ?? null);
}

/** By area of a level, its areas of the ground within the scope. */
function scopedAreas(
  ground: AccessGround,
  indices: Int32Array,
  level: ScenarioDocument['baseline']['level'],
) {
  const above = positionsAt(ground, level);
  const areas = new Map<number, number[]>();
  indices.forEach((area, k) => {
    const position = above[area]!;
    const there = areas.get(position);
    if (there === undefined) areas.set(position, [k]);
    else there.push(k);
  });
  return areas;
}

/** Who comes in an area that is made of several, as its children live now; a site keeps its spot, and has no index of its own then. */
function dividedOver(areas: readonly number[], one: Newcomers, children: Float64Array): Newcomers[] {
  if (areas.length === 1) return [{ ...one, area: areas[0]! }];
  if (one.site !== null) return [{ ...one, area: -1 }];
  const weights = areas.map(area => (children[area]! > 0 ? children[area]! : 0));
  const all = weights.reduce((sum, each) => sum + each, 0);
  return areas.map((area, k) => {
    const part = all > 0 ? weights[k]! / all : 1 / areas.length;
    const byAge = { ...one.byAge };
    for (const age of Object.keys(byAge) as (keyof typeof byAge)[]) byAge[age] *= part;
    return { ...one, area, dwellings: part * one.dwellings, children: part * one.children, byAge };
  });
}
