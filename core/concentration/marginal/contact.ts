import type { Contiguity } from '../../areas/contiguity.ts';
import type { SpatialWeights } from '../../areas/weights.ts';
import { dissimilarityThen } from './sums.ts';
import { contiguityOfTrial, type Way } from './way.ts';

/** Dissimilarity less the contact across borders, in which only the borders of the area itself change. */
function lessContactThen(weightsOf: (contiguity: Contiguity) => SpatialWeights): Way {
  return trial => {
    const { group, total } = trial.counts;
    const { starts, neighbours, values } = weightsOf(contiguityOfTrial(trial));
    const plain = dissimilarityThen(trial);
    const share = group.map((x, i) => x / total[i]!);
    /** Σ w |own − pⱼ| and Σ w over the neighbours with dwellings. */
    const across = (i: number, own: number): { contact: number; weight: number } => {
      let contact = 0;
      let weight = 0;
      for (let e = starts[i]!; e < starts[i + 1]!; e++) {
        const j = neighbours[e]!;
        if (total[j] === 0) continue;
        const length = values ? values[e]! : 1;
        contact += length * Math.abs(own - share[j]!);
        weight += length;
      }
      return { contact, weight };
    };
    let contact = 0;
    let weight = 0;
    for (let i = 0; i < share.length; i++) {
      if (total[i] === 0) continue;
      const own = across(i, share[i]!);
      contact += own.contact;
      weight += own.weight;
    }
    return i => {
      const own = across(i, (group[i]! + trial.dwellings) / (total[i]! + trial.dwellings));
      const before = total[i] === 0 ? { contact: 0, weight: 0 } : across(i, share[i]!);
      // Each border counts from both sides.
      const contactThen = contact + 2 * (own.contact - before.contact);
      return plain(i) - contactThen / (weight + 2 * (own.weight - before.weight));
    };
  };
}

/** Absolute clustering among neighbours: the products of the area's own new dwellings with those in and next to it. */
const clusteringThen: Way = trial => {
  const { group, total } = trial.counts;
  const { starts, neighbours } = contiguityOfTrial(trial).rook;
  const withNeighbours = (column: Float64Array): Float64Array =>
    column.map((own, i) => {
      let sum = own;
      for (let e = starts[i]!; e < starts[i + 1]!; e++) sum += column[neighbours[e]!]!;
      return sum;
    });
  const nearGroup = withNeighbours(group);
  const nearAll = withNeighbours(total);
  /** The area itself and its neighbours with dwellings. */
  const near = withNeighbours(total.map(all => (all > 0 ? 1 : 0)));
  let groupWithGroup = 0;
  let groupWithAll = 0;
  let areas = 0;
  let weight = 0;
  for (let i = 0; i < group.length; i++) {
    if (total[i] === 0) continue;
    groupWithGroup += group[i]! * nearGroup[i]!;
    groupWithAll += group[i]! * nearAll[i]!;
    areas++;
    weight += near[i]!;
  }
  const { dwellings, then } = trial;
  return i => {
    const isNew = total[i] === 0 ? 1 : 0;
    const n = areas + isNew;
    const expected = (then.group / n / n) * (weight + isNew * (1 + 2 * near[i]!));
    const withGroup = groupWithGroup + 2 * dwellings * nearGroup[i]! + dwellings ** 2;
    const withAll = groupWithAll + dwellings * (nearGroup[i]! + nearAll[i]!) + dwellings ** 2;
    return (withGroup / then.group - expected) / (withAll / then.group - expected);
  };
};

export const waysOfContact: readonly (readonly [string, Way])[] = [
  ['spatial_dissimilarity_queen', lessContactThen(({ queen }) => queen)],
  ['spatial_dissimilarity_rook', lessContactThen(({ rook }) => ({ ...rook, values: null }))],
  ['boundary_spatial_dissimilarity', lessContactThen(({ rook }) => rook)],
  ['absolute_clustering_contiguity', clusteringThen],
];
