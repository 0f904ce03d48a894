import type { AreaGeometry } from '../../areas/geometry.ts';
import { type Composition, compositionOf, type Groups } from './groups.ts';

/**
 * Distortion of each area: the divergence from the whole of all dwellings from the area outward, added up over
 * every step of taking in the next nearest area; areas equally near are taken in together, so that their order in the file
 * does not matter (Olteanu, Randon-Furling & Clark 2019, "Segregation through the
 * multiscalar lens", PNAS 116, 12250–12254). Takes n² log n steps and memory for one row of distances. The
 * composition and the centroids are of the same areas, all of which have dwellings.
 */
export function localDistortion(
  { groups, shares, total }: Composition,
  { x, y }: Pick<AreaGeometry, 'x' | 'y'>,
): Float64Array {
  const size = total.length;
  const distance = new Float64Array(size);
  const order = Uint32Array.from(total.keys());
  const sums = new Float64Array(groups.length);
  return Float64Array.from(total, (_, from) => {
    for (let i = 0; i < size; i++) distance[i] = Math.hypot(x[i]! - x[from]!, y[i]! - y[from]!);
    order.sort((a, b) => distance[a]! - distance[b]! || a - b);
    sums.fill(0);
    let taken = 0;
    let distortion = 0;
    for (let k = 0; k < size; ) {
      const step = k;
      const away = distance[order[step]!]!;
      for (; k < size && distance[order[k]!] === away; k++) {
        taken += total[order[k]!]!;
        for (let g = 0; g < groups.length; g++) sums[g]! += groups[g]![order[k]!]!;
      }
      distortion += (k - step) * divergence(sums, taken, shares);
    }
    return distortion;
  });
}

function divergence(sums: Float64Array, taken: number, shares: Float64Array): number {
  let nats = 0;
  for (let g = 0; g < sums.length; g++) {
    const share = sums[g]! / taken;
    if (share > 0) nats += share * Math.log(share / shares[g]!);
  }
  return nats;
}

/** Mean local distortion over all dwellings (de Bézenac et al. 2022, Geographical Analysis 54, 173–196). */
export function globalDistortion(composition: Composition, centroids: Pick<AreaGeometry, 'x' | 'y'>): number {
  const local = localDistortion(composition, centroids);
  return local.reduce((sum, each, i) => sum + each * composition.total[i]!, 0) / composition.sum;
}

/**
 * `globalDistortion` of published columns and the centroids of all their areas; areas without dwellings are left out.
 * Errors as in `compositionOf`.
 */
export function distortionOf(
  codes: readonly string[],
  columns: Groups,
  { x, y }: Pick<AreaGeometry, 'x' | 'y'>,
): number {
  const inhabited = Array.from(codes.keys()).filter(i => columns.some(column => column[i]! > 0));
  const pick = (column: Float64Array): Float64Array => Float64Array.from(inhabited, i => column[i]!);
  return globalDistortion(compositionOf(codes, columns), { x: pick(x), y: pick(y) });
}
