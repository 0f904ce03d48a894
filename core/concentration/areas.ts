import type { CountsInput } from './counts.ts';
import { type Ground, groundWithin, type MapOptions, spaceWith } from './map.ts';
import { type Measurement, type MeasureOptions, measureConcentration } from './measure.ts';
import { cityPartByDensity } from './partition.ts';
import { NO_SPACE, type Space } from './space.ts';

/** Areas to measure as plain data, which can travel between threads: counts, surface, and a map where there is one. */
export type MeasuredAreas = CountsInput & {
  hectares: ArrayLike<number>;
  /** Null where only indices of counts are asked for. */
  ground: Ground | null;
  /** 1 for an area in the city part, 0 for the fringe; goes before the rule of a viewpoint. */
  cityPart?: Uint8Array | null;
};

/** How areas are looked at. */
export type Viewpoint = Omit<MapOptions, 'metricEpsg' | 'cityPart'> & {
  /** Dwellings per hectare from which an area is city part; without it there is no city part and no fringe. */
  cityDensity?: number | null;
};

/** The areas at `kept` (positions, ascending), as if there were no others. */
export function areasWithin(areas: MeasuredAreas, kept: ArrayLike<number>): MeasuredAreas {
  const pick = (column: ArrayLike<number>): Float64Array => Float64Array.from(kept, i => column[i]!);
  return {
    codes: Array.from(kept, i => areas.codes[i]!),
    group: pick(areas.group),
    total: pick(areas.total),
    hectares: pick(areas.hectares),
    ground: areas.ground && groundWithin(areas.ground, kept),
    cityPart: areas.cityPart ? Uint8Array.from(kept, i => areas.cityPart![i]!) : null,
  };
}

/** The space of areas seen from a viewpoint; errors as in `chosenWeights` and `cityPartByDensity`. */
export function spaceOf(
  { total, hectares, ground, cityPart: given }: MeasuredAreas,
  { cityDensity = null, ...map }: Viewpoint,
): Space {
  const byRule = cityDensity === null ? null : cityPartByDensity(total, hectares, cityDensity);
  const cityPart = given ?? byRule;
  return ground ? spaceWith(ground, { ...map, cityPart }) : { ...NO_SPACE, cityPart };
}

/** Indices of areas from a viewpoint; errors as in `spaceOf` and `measureConcentration`. */
export function measureAreas(
  areas: MeasuredAreas,
  viewpoint: Viewpoint,
  options: MeasureOptions,
): Measurement {
  return measureConcentration(areas, spaceOf(areas, viewpoint), options);
}
