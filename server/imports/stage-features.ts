import { ProblemError } from '../../core/problem.ts';
import type { FileRecord, OpenedFile } from '../readers/types.ts';
import { chooseEpsg, crsProblem } from './crs.ts';
import { checkGeometry } from './geometry.ts';
import { type Place, type Report, refuseOnErrors } from './report.ts';

/** A located record that passed the checks that need no database; `geometry` is GeoJSON text. */
export type Located = { record: FileRecord; geometry: string };

/** The checks of coordinates that all kinds of features share. */
export type Locator = {
  /** The CRS of the file's coordinates; throws before the first feature was located. */
  epsg(): number;
  /** Null, with a finding, for a feature that cannot be used. Coordinates in a wrong CRS refuse the file at once. */
  locate(record: FileRecord, at: Place): Located | null;
};

export function createLocator(
  file: Pick<OpenedFile, 'name' | 'format' | 'declaredEpsg'>,
  given: number | undefined,
  report: Report,
): Locator {
  let crs: ReturnType<typeof chooseEpsg> | null = null;
  return {
    epsg() {
      if (crs === null) throw new ProblemError('internal', `${file.name}: no feature was located yet`);
      return crs.epsg;
    },
    locate(record, at) {
      const { geometry } = record;
      const checked = checkGeometry(geometry);
      if (geometry === null || checked.state === 'empty') {
        report.add('warning', 'null-geometry', 'has no geometry and is left out', at);
        return null;
      }
      if (checked.state === 'broken') {
        report.add('error', 'invalid-geometry', checked.reason, at);
        return null;
      }
      if (crs === null) {
        crs = chooseEpsg(given, file.declaredEpsg, file.format, checked.bounds);
        if (crs.assumed) {
          report.add('warning', 'assumed-crs', `declares no CRS; taken as EPSG:${crs.epsg}`, null, crs.epsg);
        }
      }
      const problem = crsProblem(checked.bounds, crs.epsg, crs.certain);
      if (problem !== null) {
        report.add('error', 'wrong-crs', problem, at, checked.bounds.minX);
        // Every other feature would say the same.
        refuseOnErrors(report.findings());
      }
      if (checked.closedRings > 0) {
        report.add('repaired', 'invalid-geometry', `${checked.closedRings} open ring(s) were closed`, at);
      }
      return { record, geometry: JSON.stringify(geometry) };
    },
  };
}
