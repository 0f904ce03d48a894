import type { Outlines } from '../../../core/areas/outlines.ts';
import type { MeasuredAreas } from '../../../core/concentration/areas.ts';
import { type Ground, groundOf } from '../../../core/concentration/map.ts';
import { anyIndexById, needsMap } from '../../../core/concentration/spatial-registry.ts';
import { ProblemError } from '../../../core/problem.ts';
import { type Bounds, chooseEpsg, crsProblem } from '../../../server/imports/crs.ts';
import { readCounts } from '../../../server/readers/counts.ts';
import type { OpenedFile } from '../../../server/readers/types.ts';
import type { ConcentrationOptions } from './asked.ts';

/**
 * The areas of a file, on their ground where an index asked for looks at it, or the file has one.
 * @throws ProblemError `bad-parameter` for an unknown index or one that the file has no polygons for, and as
 * `readCounts`, `groundOf`; `bad-input` where the coordinates cannot be in their coordinate system.
 */
export async function readMeasuredAreas(
  file: OpenedFile,
  options: ConcentrationOptions,
): Promise<MeasuredAreas> {
  const wantsMap =
    options.grid !== undefined ||
    (options.indices?.map(anyIndexById).some(needsMap) ?? file.spatial) ||
    (options.cityDensity !== undefined && options.hectares === undefined);
  if (wantsMap && !file.spatial) {
    throw new ProblemError(
      'bad-parameter',
      `${file.name} has no polygons, which ${options.indices?.find(id => needsMap(anyIndexById(id))) ?? 'this'} needs; give a GeoJSON or shapefile${options.cityDensity === undefined ? '' : ', or --hectares'}`,
    );
  }
  const read = await readCounts(file, options, wantsMap);
  const { codes, group, total, cityPart, outlines, hectares } = read;
  const ground = outlines && groundIn(file, codes, outlines, options);
  return {
    codes,
    group,
    total,
    cityPart,
    ground,
    hectares: hectares ?? ground?.geometry.areaM2.map(areaM2 => areaM2 / 10_000) ?? new Float64Array(0),
  };
}

/** Outlines of a file on their ground; errors as `readMeasuredAreas`. */
export function groundIn(
  file: OpenedFile,
  codes: readonly string[],
  outlines: Outlines,
  { crs, crsMetric }: Pick<ConcentrationOptions, 'crs' | 'crsMetric'>,
): Ground {
  const bounds = boundsOf(outlines);
  const { epsg, certain } = chooseEpsg(crs, file.declaredEpsg, file.format, bounds);
  const wrong = crsProblem(bounds, epsg, certain);
  if (wrong !== null) throw new ProblemError('bad-input', `${file.name}: ${wrong}`);
  return groundOf(codes, outlines, epsg, crsMetric);
}

function boundsOf({ x, y }: Outlines): Bounds {
  const bounds = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (let v = 0; v < x.length; v++) {
    bounds.minX = Math.min(bounds.minX, x[v]!);
    bounds.maxX = Math.max(bounds.maxX, x[v]!);
    bounds.minY = Math.min(bounds.minY, y[v]!);
    bounds.maxY = Math.max(bounds.maxY, y[v]!);
  }
  return bounds;
}
