import type { AreaSchools } from '../../../../../core/access/schools-of-areas.ts';
import type { SchoolsAnswer, SchoolsQuestion } from '../../../../releases/access/schools.ts';
import type { Release } from '../../../../releases/types.ts';
import { accessOrigin } from './views.ts';

/** The mix of schools as the API and the command line tell it. */
export function schoolsView(
  release: Release,
  { scope, ages, catchments, ...asked }: SchoolsQuestion,
  answer: SchoolsAnswer,
) {
  const { counted, exactAges, areasWithout } = answer.scoped;
  const { before, after } = answer;
  return {
    ...accessOrigin(release, answer),
    ...{ scope, function: asked.function, ages, by: howOf(catchments) },
    ...{ counted, exactAges, areasWithout },
    schools: answer.schools.map(({ at, id, name, places }) => ({
      ...{ id, name, places },
      before: pupilsAt(before, at),
      after: after && pupilsAt(after, at),
    })),
    before: totalsOf(before),
    after: after && totalsOf(after),
  };
}

const pupilsAt = ({ pupils, deprived, share, beyondPlaces }: AreaSchools, at: number) => ({
  pupils: pupils[at]!,
  deprived: deprived && deprived[at]!,
  share: known(share[at]!),
  beyondPlaces: known(beyondPlaces[at]!),
});

function totalsOf({ pupils, deprived, ...mix }: AreaSchools) {
  const all = sum(pupils);
  const poor = deprived && sum(deprived);
  const { dissimilarity, pupilsWithoutIndex, inSeveral, unassigned } = mix;
  return {
    ...{ pupils: all, deprived: poor, dissimilarity, pupilsWithoutIndex, inSeveral },
    share: poor === null || all <= pupilsWithoutIndex ? null : poor / (all - pupilsWithoutIndex),
    unassigned: unassigned.pupils,
  };
}

const howOf = (catchments: SchoolsQuestion['catchments']): 'nearest' | 'catchments' =>
  catchments === null ? 'nearest' : 'catchments';

const sum = (column: Float64Array): number => column.reduce((so, each) => so + each, 0);
const known = (value: number): number | null => (Number.isFinite(value) ? value : null);
