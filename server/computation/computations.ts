import { measureAreas } from '../../core/concentration/areas.ts';
import { localOfAreas } from '../../core/concentration/local/columns.ts';
import { groundOf } from '../../core/concentration/map.ts';
import { measureRegions } from '../../core/concentration/regions.ts';
import { measureZones } from '../../core/concentration/zones.ts';

/**
 * What may take long and is therefore computed beside the event loop, by name. Every argument and answer is plain
 * data, because it travels between threads.
 */
export const computations = {
  ground: groundOf,
  measure: measureAreas,
  local: localOfAreas,
  regions: measureRegions,
  zones: measureZones,
} as const;

export type Computations = typeof computations;
