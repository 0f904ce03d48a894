import { classOf } from '../../core/areas/classes.ts';
import { VALUE_STATUS } from '../../core/areas/types.ts';

/** What every area looks like, one entry an area: '' is no colour. */
export type Paint = { fills: readonly string[]; status: Uint8Array; outside: Uint8Array };

/**
 * Colours areas by class. `breaks` are the lower bounds of the second class and up, one fewer than the colours.
 */
export function paintValues(
  columns: { value: Float64Array; status: Uint8Array },
  breaks: readonly number[],
  colours: readonly string[],
  inside: Uint8Array,
): Paint {
  const outside = Uint8Array.from(inside, one => (one === 1 ? 0 : 1));
  const known = (i: number) => Number.isFinite(columns.value[i]);
  // Beyond the scope a number that is not there needs no reason; within it, it is missing.
  const status = Uint8Array.from(inside, (within, i) => {
    const given = columns.status[i] ?? VALUE_STATUS.missing;
    return given === VALUE_STATUS.ok && within === 1 && !known(i) ? VALUE_STATUS.missing : given;
  });
  const fills = Array.from(inside, (_, i) =>
    status[i] === VALUE_STATUS.ok && known(i) ? (colours[classOf(columns.value[i] ?? 0, breaks)] ?? '') : '',
  );
  return { fills, status, outside };
}
