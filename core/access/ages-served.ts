import type { Ages } from './ages.ts';

/** Ages that a function is meant for, in Flanders: care before school, school from three (two and a half), then from six. */
const AGES_SERVED: Readonly<Record<string, Ages>> = {
  childcare: { from: 0, to: 2 },
  nursery_school: { from: 3, to: 5 },
  primary_school: { from: 6, to: 11 },
};

/** Null for a function that is for all ages. */
export const agesServed = (facilityFunction: string): Ages | null => AGES_SERVED[facilityFunction] ?? null;
