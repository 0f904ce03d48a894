import type { DemandOptions } from './demand.ts';
import type { PlaceOptions } from './places.ts';

/** What a person asked of `cli access`, as the options were read. */
export type AccessOptions = DemandOptions &
  PlaceOptions & {
    places: string;
    function: string;
    within?: number[];
    norm?: string[];
    minArea?: number;
    supply?: 'capacity' | 'area';
    decay: 'even' | 'gaussian';
    mostPerHead?: number;
    detour: number;
    format: 'json' | 'geojson' | 'csv';
  };
