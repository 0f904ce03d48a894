import { CURVE_M, type GroupAccess } from '../../../../../core/access/area-access.ts';
import { BASES, type Basis } from '../../../../../core/access/population/settle.ts';
import type { Walking } from '../../../../../core/access/walking.ts';
import type { AccessAnswer, AccessQuestion } from '../../../../releases/access/areas.ts';
import type { PlaceReached } from '../../../../releases/access/around.ts';
import type { AccessGround, ScopedGround } from '../../../../releases/access/ground.ts';
import type { Release } from '../../../../releases/types.ts';

/** What every answer says of where its walks and children come from. */
export function accessOrigin(
  release: Release,
  { ground, scoped, walking }: { ground: AccessGround; scoped: ScopedGround; walking: Walking },
) {
  const { item, children, sideM, settlement } = ground;
  return {
    release: release.hash,
    region: item.region,
    walking,
    settlement: {
      level: item.level,
      points: scoped.settled.weight.length,
      sideM,
      gatheredM: settlement.gatheredM,
      bases: basesOf(settlement.basis, scoped.indices),
      pointsOff: scoped.pointsOff,
    },
    children: { year: children.year, source: children.source, deprivedBy: children.deprivedBy },
  };
}

/** By what the areas of a scope are settled, with how many areas each tells, from the best to the least. */
function basesOf(basis: Uint8Array, indices: Int32Array): { basis: Basis; areas: number }[] {
  const areas = new Int32Array(BASES.length);
  for (const area of indices) areas[basis[area]!]!++;
  return BASES.map((one, k) => ({ basis: one, areas: areas[k]! })).filter(one => one.areas > 0);
}

/** Reach by area as the API and the command line tell it. */
export function areasView(
  release: Release,
  { scope, rule }: AccessQuestion,
  answer: AccessAnswer,
  codes: readonly string[],
) {
  const { item, scoped, access, places, placesWithoutArea } = answer;
  const { counted, exactAges, areasWithout, areasWithoutIndex } = scoped;
  const { all, deprived, others } = access.groups;
  return {
    ...accessOrigin(release, answer),
    ...{ level: item.level, vintage: item.vintage, areasHash: item.hash },
    ...{ scope, rule },
    ...{ counted, exactAges, places, placesWithoutArea, areasWithout, areasWithoutIndex },
    curveM: CURVE_M,
    totals: { all: totalsOf(all), deprived: totalsOf(deprived), others: totalsOf(others) },
    equity: access.equity,
    columns: columnsOf(answer, codes),
  };
}

const totalsOf = (group: GroupAccess | null) =>
  group && {
    children: group.total.all,
    reached: group.total.reached,
    share: group.total.share,
    meanM: group.distances.meanM,
    medianM: group.distances.medianM,
    percentile90M: group.distances.percentile90M,
    curve: group.curve,
  };

/** Columns of an answer, one cell an area; null where nothing is known. */
function columnsOf({ access, indices, known: areas }: AccessAnswer, codes: readonly string[]) {
  const { all, deprived } = access.groups;
  const size = indices.length;
  const cells = (of: (k: number) => number) => Array.from({ length: size }, (_, k) => known(of(k)));
  const peopleOf = (group: GroupAccess | null, of: (group: GroupAccess, k: number) => number) =>
    cells(k => (group === null || areas[k] === 0 ? Number.NaN : of(group, k)));
  const shareOf = (group: GroupAccess | null) =>
    cells(k => (group === null ? Number.NaN : group.reached[k]! / group.children[k]!));
  return {
    code: Array.from(indices, index => codes[index]!),
    index: [...indices],
    median_m: cells(k => access.medianM[k]!),
    children: peopleOf(all, ({ children }, k) => children[k]!),
    reached: peopleOf(all, ({ reached }, k) => reached[k]!),
    share: shareOf(all),
    deprived: peopleOf(deprived, ({ children }, k) => children[k]!),
    deprived_reached: peopleOf(deprived, ({ reached }, k) => reached[k]!),
    deprived_share: shareOf(deprived),
    unmet_deprived: peopleOf(deprived, ({ children, reached }, k) => children[k]! - reached[k]!),
  };
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

export const reachedView = ({ place: { id, name, functions }, metres }: PlaceReached) => ({
  ...{ id, name, metres },
  functions: [...functions],
});
