import type { DemoSettings } from '../../../data/demo.ts';
import type { Character } from './character.ts';
import type { DemoNames } from './names.ts';
import type { Plots } from './plots.ts';
import { randomStream } from './random.ts';
import type { Territory } from './territory.ts';
import type { DemoSite } from './types.ts';

const OWNERS = ['gemeente', 'woonmaatschappij', 'OCMW', 'provincie', 'kerkfabriek', 'particulier'] as const;

/** The least and most dwellings a site has room for. */
const CAPACITY = { least: 5, most: 200 };

/** Buildable land, in every kind of sector where people live, with room for the dwellings its area carries. */
export function placeSites(
  { seed }: DemoSettings,
  { sectors }: Territory,
  characters: readonly Character[],
  names: DemoNames,
  plots: Plots,
): DemoSite[] {
  const random = randomStream(seed, 'sites');
  const sites: DemoSite[] = [];
  for (const sector of random.shuffled([...sectors.keys()])) {
    const { kind } = characters[sector]!;
    if (kind === 'port' || kind === 'nature' || !random.chance(kind === 'rural' ? 0.16 : 0.38)) continue;
    const perHectare =
      kind === 'urban' || kind === 'centre' || kind === 'estate'
        ? random.between(45, 75)
        : random.between(18, 40);
    const skewed = random.unit() * random.unit();
    const wanted = CAPACITY.least + (CAPACITY.most - CAPACITY.least) * skewed * (kind === 'rural' ? 0.4 : 1);
    const plot = plots.polygon(sector, (wanted / perHectare) * 10_000, random);
    if (plot === null) continue;
    const carried = Math.round((plot.areaM2 / 10_000) * perHectare);
    sites.push({
      key: `s${String(sites.length + 1).padStart(3, '0')}`,
      name: `Bouwgrond ${names.sectors[sector]!}`,
      capacityDwellings: Math.min(CAPACITY.most, Math.max(CAPACITY.least, carried)),
      owner: random.pick(OWNERS),
      geometry: plot.geometry,
    });
  }
  return sites;
}
