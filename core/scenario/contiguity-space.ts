import { type Contiguity, contiguityWithin } from '../areas/contiguity.ts';
import { NO_SPACE, type Space } from '../concentration/space.ts';

/**
 * The space of the areas of a scope that have dwellings, for any column of dwellings of the scope: only neighbours within
 * it count, as if the scope stood alone. `contiguity` is of the whole level, `scope` as in EvaluationSetting. The last two
 * answers are kept, because edits seldom empty an area or fill an empty one.
 */
export function contiguitySpace(
  contiguity: Contiguity,
  scope: Int32Array | null,
): (total: Float64Array) => Space {
  const inScope = scope === null ? contiguity : contiguityWithin(contiguity, scope);
  let kept: { places: Uint32Array; space: Space }[] = [];
  return total => {
    const places = placesWithDwellings(total);
    const known = kept.find(each => sameColumn(each.places, places));
    if (known !== undefined) return known.space;
    const space = { ...NO_SPACE, ...contiguityWithin(inScope, places) };
    kept = [{ places, space }, ...kept].slice(0, 2);
    return space;
  };
}

/** The areas that `keepZones` keeps. */
function placesWithDwellings(total: Float64Array): Uint32Array {
  const places = new Uint32Array(total.length);
  let filled = 0;
  for (let k = 0; k < total.length; k++) if (total[k] !== 0) places[filled++] = k;
  return places.subarray(0, filled);
}

function sameColumn(one: Uint32Array, other: Uint32Array): boolean {
  if (one.length !== other.length) return false;
  for (let k = 0; k < one.length; k++) if (one[k] !== other[k]) return false;
  return true;
}
