import type { EvaluatedAreas } from './evaluated.ts';

/**
 * Social dwellings per hectare of the scope, unbuilt land included; null where nothing has a surface. `hectares` has
 * that of each area of the scope, in the order of the evaluation.
 */
export function socialDensity(
  { socialBefore, socialAfter }: EvaluatedAreas,
  hectares: Float64Array,
): { before: number; after: number } | null {
  let surface = 0;
  let before = 0;
  let after = 0;
  for (let i = 0; i < hectares.length; i++) {
    surface += hectares[i]!;
    before += socialBefore[i]!;
    after += socialAfter[i]!;
  }
  return surface > 0 ? { before: before / surface, after: after / surface } : null;
}
