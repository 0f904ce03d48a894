import { coordEach } from '@turf/turf';
import type { Geometry } from 'geojson';
import { toDegreesFrom } from '../../../core/areas/projection.ts';
import { ProblemError } from '../../../core/problem.ts';
import { chooseEpsg, crsProblem } from '../../../server/imports/crs.ts';
import type { OpenedFile } from '../../../server/readers/types.ts';
import { boxOfGeometry, type GrowingBox, rightHanded } from '../../../server/writers/rings.ts';

/**
 * The geometry of every record in degrees, as RFC 7946 wants it; null where it has none.
 * @throws ProblemError `bad-parameter` for a file without geometry, `bad-input` for coordinates outside their system.
 */
export async function geometriesInDegrees(
  file: OpenedFile,
  crs: number | undefined,
): Promise<(Geometry | null)[]> {
  if (!file.spatial) {
    throw new ProblemError('bad-parameter', `${file.name} has no polygons; choose --format json or csv`);
  }
  const geometries: (Geometry | null)[] = [];
  const box: GrowingBox = [Infinity, Infinity, -Infinity, -Infinity];
  for await (const { geometry } of file.records()) {
    geometries.push(geometry);
    if (geometry !== null) boxOfGeometry(geometry, box);
  }
  const bounds = { minX: box[0], minY: box[1], maxX: box[2], maxY: box[3] };
  const { epsg, certain } = chooseEpsg(crs, file.declaredEpsg, file.format, bounds);
  const wrong = crsProblem(bounds, epsg, certain);
  if (wrong !== null) throw new ProblemError('bad-input', `${file.name}: ${wrong}`);
  const toDegrees = toDegreesFrom(epsg);
  return geometries.map(geometry => {
    if (geometry === null) return null;
    coordEach(geometry, position => {
      [position[0], position[1]] = toDegrees(position[0]!, position[1]!);
    });
    return rightHanded(geometry);
  });
}
