import { InvalidArgumentError } from 'commander';
import type { SitingAim } from '../../../core/siting/site.ts';
import type { DemandOptions } from '../access/demand.ts';
import type { PlaceOptions } from '../access/places.ts';
import { parsePair, readDecimal } from '../options.ts';

/** What a person asked of `cli site`, as the options were read. */
export type SiteOptions = DemandOptions &
  PlaceOptions & {
    candidates?: string;
    network?: string;
    scenario?: string;
    region?: string;
    release?: string;
    places?: string;
    function?: string[];
    most: number;
    aim: SitingAim;
    povertyWeight: number;
    cost?: string;
    budget?: number;
    spacing: number;
    together?: true;
    scope?: string;
    exclude?: string;
    reach?: number;
    detour: number;
    curve?: true;
    seed: number;
    gap: number;
    seconds: number;
    format: 'json' | 'geojson' | 'csv';
  };

/** `play=400` or `play=400,2`: metres, and the most new places of this function. */
export function readWanted(text: string): { id: string; withinM: number; most: number | null } {
  const [id, numbers] = parsePair(text, 'function=metres, or function=metres,places');
  const [withinM = Number.NaN, most = null, ...more] = numbers.split(',').map(readDecimal);
  if (withinM >= 0 && (most === null || (Number.isInteger(most) && most >= 0)) && more.length === 0)
    return { id, withinM, most };
  throw new InvalidArgumentError(`"${text}" should read function=metres, or function=metres,places.`);
}
