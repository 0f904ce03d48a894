import type { Geometry } from 'geojson';
import { type Contiguity, contiguityOf } from '../areas/contiguity.ts';
import { type AreaGeometry, geometryWithin, measureOutlines } from '../areas/geometry.ts';
import { type Outlines, outlinesOf, projectOutlines } from '../areas/outlines.ts';
import { isMetric, projectionOf, toDegreesFrom, utmEpsg } from '../areas/projection.ts';
import { subsetWeights } from '../areas/weights.ts';
import { chosenWeights, type WeightsChoice } from '../areas/weights-choice.ts';
import { ProblemError } from '../problem.ts';
import { NO_SPACE, type Space } from './space.ts';

/** Polygons of areas as published. */
export type AreaMap = {
  codes: readonly string[];
  geometries: readonly (Geometry | null | undefined)[];
  /** EPSG code of the coordinates; 4326 for longitude and latitude. */
  epsg: number;
};

export type MapOptions = Partial<Pick<Space, 'centre' | 'environment' | 'cutoffKm' | 'cityPart'>> & {
  /** EPSG code to measure in; the map's own, or the UTM zone of its middle where it is in degrees. */
  metricEpsg?: number;
  /** Neighbours for autocorrelation; queen where not said. */
  weights?: WeightsChoice;
};

export type MappedSpace = Space & {
  /** EPSG code in which distances and surfaces were measured. */
  metricEpsg: number;
};

/**
 * Everything the spatial indices need from a map: contiguity from the coordinates as published, surfaces,
 * perimeters, centroids and borders in metres, neighbours as chosen. Degrees are projected, never measured.
 * Throws ProblemError as `outlinesOf`, `measureOutlines`, `projectionOf` and `chosenWeights` do.
 */
export function spaceFromMap({ codes, geometries, epsg }: AreaMap, options: MapOptions = {}): MappedSpace {
  return spaceWith(groundOf(codes, outlinesOf(codes, geometries), epsg, options.metricEpsg), options);
}

/** What a map says before anybody chooses how to look at it; made once for a set of areas. */
export type Ground = Contiguity & {
  geometry: AreaGeometry;
  /** EPSG code in which distances and surfaces were measured. */
  metricEpsg: number;
};

/** Measures outlines and finds who touches whom; errors as in `spaceFromMap`. */
export function groundOf(codes: readonly string[], outlines: Outlines, epsg: number, asked?: number): Ground {
  const metricEpsg = asked ?? (isMetric(epsg) ? epsg : utmOfMiddle(outlines, epsg));
  const metric = inMetres(outlines, epsg, metricEpsg);
  return { ...contiguityOf(outlines, metric), geometry: measureOutlines(metric, codes), metricEpsg };
}

/** The part of a ground that `kept` names (area indices, ascending), as if there were no other areas. */
export function groundWithin(ground: Ground, kept: ArrayLike<number>): Ground {
  return {
    queen: subsetWeights(ground.queen, kept),
    rook: subsetWeights(ground.rook, kept),
    geometry: geometryWithin(ground.geometry, kept),
    metricEpsg: ground.metricEpsg,
  };
}

/** A space on a ground: neighbours by the choice of weights and the rest as asked. */
export function spaceWith(ground: Ground, options: Omit<MapOptions, 'metricEpsg'> = {}): MappedSpace {
  const weights = options.weights ?? { kind: 'queen' };
  const neighbours = chosenWeights(weights, ground, ground.geometry);
  const { centre, environment, cutoffKm, cityPart } = options;
  return {
    ...ground,
    neighbours,
    nearest: weights.kind === 'knn' ? weights.count : null,
    centre: centre ?? NO_SPACE.centre,
    environment: environment ?? NO_SPACE.environment,
    cutoffKm: cutoffKm ?? NO_SPACE.cutoffKm,
    cityPart: cityPart ?? NO_SPACE.cityPart,
  };
}

function utmOfMiddle({ x, y }: Outlines, epsg: number): number {
  if (x.length === 0)
    throw new ProblemError('bad-input', 'There are no areas on the map; give at least one.');
  const middle = (column: Float64Array): number => {
    let low = column[0]!;
    let high = column[0]!;
    for (const each of column) {
      low = Math.min(low, each);
      high = Math.max(high, each);
    }
    return (low + high) / 2;
  };
  return utmEpsg(...toDegreesFrom(epsg)(middle(x), middle(y)));
}

function inMetres(outlines: Outlines, epsg: number, metricEpsg: number): Outlines {
  const target = projectionOf(metricEpsg);
  if (epsg === metricEpsg) return outlines;
  const toDegrees = toDegreesFrom(epsg);
  return projectOutlines(outlines, {
    ...target,
    forward: (x, y) => target.forward(...toDegrees(x, y)),
  });
}
