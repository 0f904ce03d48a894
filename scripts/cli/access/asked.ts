import type { AreaLevel } from '../../../core/areas/types.ts';
import type { DemandOptions } from './demand.ts';
import type { PlaceOptions } from './places.ts';

/** What a person asked of `cli access`, as the options were read. */
export type AccessOptions = DemandOptions &
  PlaceOptions & {
    places?: string;
    function?: string;
    within?: number[];
    norm?: string[];
    minArea?: number;
    supply?: 'capacity' | 'staff' | 'area';
    decay: 'even' | 'gaussian';
    mostPerHead?: number;
    choosing?: boolean;
    schools?: boolean;
    catchments?: string;
    variety?: boolean;
    families?: boolean;
    scenario?: string;
    detour: number;
    network?: string;
    region?: string;
    release?: string;
    level?: AreaLevel;
    scope?: string;
    ages?: string;
    out?: string;
    rows?: string;
    format: 'json' | 'geojson' | 'csv' | 'xlsx';
  };
