import { ProblemError } from '../problem.ts';
import { HOME_SIZES, type HomeSize, type Homes } from '../scenario/homes.ts';

/** Parts of the new dwellings by number of bedrooms, 0–1, together at most 1; what is left has no size yet. */
export type BedroomMix = Partial<Record<Exclude<HomeSize, 'unspecified'>, number>>;

/**
 * The new dwellings of each area by size. The plan as a whole has the parts that were asked (rounded by largest remainders,
 * Hamilton 1792) and every area comes as close to them as whole dwellings let it: size by size the running total is
 * rounded, so that rows and columns both add up. Which area gets how many is not touched: without a limit of its own on a
 * size, no mix makes any plan impossible.
 * @throws ProblemError `bad-parameter` for a part outside 0–1, or parts that add up to more than 1.
 */
export function homesByArea(dwellings: readonly number[], mix: BedroomMix): Homes[] {
  const parts = partsOf(mix);
  const all = dwellings.reduce((sum, number) => sum + number, 0);
  const totals = largestRemainders(parts, all);
  const homes: Homes[] = dwellings.map(() => ({}));
  const left = [...dwellings];
  let allLeft = all;
  parts.forEach(({ size }, at) => {
    const total = totals[at]!;
    let passed = 0;
    let given = 0;
    left.forEach((rest, area) => {
      passed += rest;
      // At the end all of the size are given, as then everything is passed.
      const upTo = allLeft === 0 ? 0 : Math.floor((passed * total) / allLeft + 0.5);
      const here = Math.min(rest, Math.min(total, upTo) - given);
      given += here;
      if (here > 0) homes[area]![size] = here;
      left[area] = rest - here;
    });
    allLeft -= total;
  });
  return homes;
}

/** Areas of a plan with their homes by size, where a mix was asked for. */
export function withHomes<Area extends { dwellings: number }>(
  areas: readonly Area[],
  mix: BedroomMix | null | undefined,
): (Area & { homes?: Homes })[] {
  if (mix == null) return [...areas];
  const homes = homesByArea(
    areas.map(({ dwellings }) => dwellings),
    mix,
  );
  return areas.map((area, at) => ({ ...area, homes: homes[at]! }));
}

/**
 * @throws ProblemError `bad-parameter` where sizes are asked of dwellings that are there already, or told apart twice.
 */
export function checkBedrooms({
  bedrooms,
  way = 'build',
  couplings,
}: {
  bedrooms?: BedroomMix | null;
  way?: string;
  couplings?: { familyShare: number | null } | null;
}): void {
  if (bedrooms == null || (way === 'build' && couplings?.familyShare == null)) return;
  throw new ProblemError(
    'bad-parameter',
    way === 'build'
      ? 'Parts by number of bedrooms and a share of family dwellings say the same twice; leave one of them out.'
      : 'Parts by number of bedrooms go with new dwellings; leave them out of conversions and moves.',
    { bedrooms },
  );
}

type Part = { size: HomeSize; part: number };

function partsOf(mix: BedroomMix): Part[] {
  const parts: Part[] = HOME_SIZES.flatMap(size =>
    size === 'unspecified' || mix[size] === undefined ? [] : [{ size, part: mix[size] }],
  );
  const wrong = parts.find(({ part }) => !(part >= 0 && part <= 1));
  const sum = parts.reduce((all, { part }) => all + part, 0);
  if (wrong !== undefined || sum > 1 + 1e-9) {
    throw new ProblemError(
      'bad-parameter',
      wrong === undefined
        ? `Parts by number of bedrooms add up to ${sum}; give at most 1 together.`
        : `A part of ${wrong.part} with size ${wrong.size} cannot be; give 0 to 1.`,
      { bedrooms: mix },
    );
  }
  return [...parts, { size: 'unspecified', part: Math.max(0, 1 - sum) }];
}

function largestRemainders(parts: readonly Part[], all: number): number[] {
  const whole = parts.map(({ part }) => Math.floor(part * all + 1e-9));
  let left = all - whole.reduce((sum, number) => sum + number, 0);
  const byRemainder = Array.from(parts.keys()).sort(
    (one, other) => parts[other]!.part * all - whole[other]! - (parts[one]!.part * all - whole[one]!),
  );
  for (const at of byRemainder) {
    if (left <= 0) break;
    whole[at]! += 1;
    left -= 1;
  }
  return whole;
}
