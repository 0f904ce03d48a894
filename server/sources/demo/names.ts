import { demoNames } from '../../../data/demo.ts';
import { type Random, randomStream } from './random.ts';
import type { Territory } from './territory.ts';

export type DemoNames = {
  municipalities: readonly string[];
  neighbourhoods: readonly string[];
  sectors: readonly string[];
};

/** Gives every area a name: of municipalities and neighbourhoods unique in the province, of sectors in theirs. */
export function nameAreas(seed: number, { municipalities, neighbourhoods, sectors }: Territory): DemoNames {
  const random = randomStream(seed, 'names');
  const villages = new Set<string>([demoNames.city, demoNames.resort]);
  const village = () => unused(villages, () => random.pick(demoNames.heads) + random.pick(demoNames.tails));
  const ofMunicipality = municipalities.map(({ kind }) =>
    kind === 'city' ? demoNames.city : kind === 'resort' ? demoNames.resort : village(),
  );
  const places = new Set<string>();
  const ofNeighbourhood = neighbourhoods.map(({ municipality, central }) => {
    if (central) return `${ofMunicipality[municipality]!} Centrum`;
    // Quarters of a city and towns; elsewhere villages of their own.
    const { kind } = municipalities[municipality]!;
    return kind === 'city' || random.chance(0.35) ? unused(places, () => placeName(random)) : village();
  });
  const inMunicipality = municipalities.map(() => new Set<string>());
  const started = new Set<number>();
  const ofSector = sectors.map(({ municipality, neighbourhood }) => {
    if (!started.has(neighbourhood)) {
      started.add(neighbourhood);
      const name = `${ofNeighbourhood[neighbourhood]!}${neighbourhoods[neighbourhood]!.central ? '' : ' Kern'}`;
      inMunicipality[municipality]!.add(name);
      return name;
    }
    return unused(inMunicipality[municipality]!, () => placeName(random));
  });
  return { municipalities: ofMunicipality, neighbourhoods: ofNeighbourhood, sectors: ofSector };
}

export function placeName(random: Random): string {
  return random.pick(demoNames.placeHeads) + random.pick(demoNames.placeTails);
}

/** Draws until a name is new, then keeps it as used. */
export function unused(used: Set<string>, draw: () => string): string {
  for (;;) {
    const name = draw();
    if (used.has(name)) continue;
    used.add(name);
    return name;
  }
}
