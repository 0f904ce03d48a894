import KDBush from 'kdbush';
import { locate as areaAround } from '../access/population/locate.ts';
import { projectionOf, utmEpsg } from '../areas/projection.ts';
import { checkMost, type LeftOut, pointsOf, type SitingQuestion } from './question.ts';
import type { Rules } from './rules.ts';

/** What can be chosen: a candidate with one of its functions. */
export type Option = { candidate: number; function: number };
export type Options = { options: Option[]; rules: Rules; leftOut: LeftOut[] };

/** The choices of a question and the rules between them: exclusion, spacing, one function a site, numbers and budget. */
export function optionsOf(question: SitingQuestion): Options {
  const { candidates, functions, excluded, spacingM, together, most, budget } = question;
  const places = pointsOf(candidates);
  const zone = areaAround(places, excluded);
  const { forward } = projectionOf(utmEpsg(candidates[0]!.lon, candidates[0]!.lat));
  const at = candidates.map(({ lon, lat }) => forward(lon, lat));
  const near = functions.map(({ existing }) => {
    const points = Array.from(existing.lon, (lon, k) => forward(lon, existing.lat[k]!));
    return spacingM > 0 && points.length > 0 ? nearTo(points, spacingM) : () => [];
  });
  const options: Option[] = [];
  const leftOut: LeftOut[] = [];
  candidates.forEach(({ id, functions: has }, candidate) => {
    if (zone[candidate] !== -1) {
      leftOut.push({ id, function: null, why: 'excluded' });
      return;
    }
    let wanted = 0;
    functions.forEach((one, index) => {
      if (!has.includes(one.id)) return;
      wanted++;
      if (near[index]!(at[candidate]!).length > 0)
        leftOut.push({ id, function: one.id, why: 'near-existing' });
      else options.push({ candidate, function: index });
    });
    if (wanted === 0) leftOut.push({ id, function: null, why: 'no-function' });
  });
  checkMost(most, together ? options.length : new Set(options.map(one => one.candidate)).size);
  const rules: Rules = {
    most,
    groupOf: Uint8Array.from(options, one => one.function),
    groupMost: functions.map(one => one.most ?? Infinity),
    cost: Float64Array.from(
      options,
      one => candidates[one.candidate]!.cost + (functions[one.function]!.cost ?? 0),
    ),
    budget: budget ?? Infinity,
    conflicts: conflictsOf(options, at, spacingM, together),
  };
  return { options, rules, leftOut };
}

function conflictsOf(
  options: readonly Option[],
  at: readonly [number, number][],
  spacingM: number,
  together: boolean,
): Int32Array[] {
  const ofSite = Map.groupBy(options.keys(), option => options[option]!.candidate);
  const ofFunction = new Map(
    [...Map.groupBy(options.keys(), option => options[option]!.function)].map(([id, members]) => [
      id,
      {
        members,
        near: nearTo(
          members.map(option => at[options[option]!.candidate]!),
          spacingM,
        ),
      },
    ]),
  );
  return options.map(({ candidate, function: id }, option) => {
    const found = new Set<number>();
    if (!together) for (const other of ofSite.get(candidate)!) found.add(other);
    const { members, near } = ofFunction.get(id)!;
    if (spacingM > 0) for (const k of near(at[candidate]!)) found.add(members[k]!);
    found.delete(option);
    return Int32Array.from(found).sort();
  });
}

/** Finds points of the plane nearer than so many metres. */
function nearTo(points: readonly [number, number][], metres: number): (at: [number, number]) => number[] {
  const tree = new KDBush(points.length);
  for (const [x, y] of points) tree.add(x, y);
  tree.finish();
  return ([x, y]) =>
    tree.within(x, y, metres).filter(k => Math.hypot(points[k]![0] - x, points[k]![1] - y) < metres);
}
