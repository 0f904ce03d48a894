import type { FileRecord } from '../readers/types.ts';
import { chooseEpsg, crsProblem } from './crs.ts';
import { checkGeometry } from './geometry.ts';
import { type Place, type Report, refuseOnErrors } from './report.ts';

/** A located record that passed the checks that need no database. */
export type Located = { record: FileRecord; geometry: string };

/**
 * A check for features other than areas: geometry there and whole, coordinates plausible in their CRS.
 * `locate` returns null, with a finding, for a feature that cannot be used; `epsg()` is the CRS once the first passed.
 */
export function createLocator(
  file: { name: string; format: string; declaredEpsg: number | null },
  given: number | undefined,
  report: Report,
) {
  let crs: ReturnType<typeof chooseEpsg> | null = null;
  return {
    epsg: () => crs?.epsg ?? 4326,
    locate(record: FileRecord, at: Place): Located | null {
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
        if (crs.assumed)
          report.add('warning', 'assumed-crs', `declares no CRS; taken as EPSG:${crs.epsg}`, null, crs.epsg);
      }
      const problem = crsProblem(checked.bounds, crs.epsg, crs.certain);
      if (problem !== null) {
        report.add('error', 'wrong-crs', problem, at, checked.bounds.minX);
        refuseOnErrors(report.findings());
      }
      return { record, geometry: JSON.stringify(geometry) };
    },
  };
}
