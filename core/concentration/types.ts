/**
 * Counts per area: `group` social dwellings, `total` all dwellings (group included), same length and order.
 * Values are finite and 0 ≤ group ≤ total; `total` 0 marks an area without dwellings.
 */
export type Counts = { group: Float64Array; total: Float64Array };

/** An index that cannot be computed says why; it is never a silent NaN. */
export type IndexOutcome = { value: number } | { undefined: true; reason: string };
