import type { DemoSettings } from '../../../data/demo.ts';
import type { Character, SectorKind } from './character.ts';
import type { SectorPeople } from './people.ts';
import { randomStream } from './random.ts';
import type { TenureRow } from './types.ts';

/** Of the dwellings that are not social, the share that is let privately. */
const LET_PRIVATELY: Readonly<Record<SectorKind, number>> = {
  centre: 0.46,
  urban: 0.36,
  estate: 0.24,
  suburb: 0.15,
  core: 0.2,
  rural: 0.1,
  resort: 0.38,
  port: 0,
  nature: 0,
};

/** Dwellings per sector and year, all of them and by tenure; the tenures add up to the dwellings. */
export function tenureRows(
  settings: DemoSettings,
  characters: readonly Character[],
  people: readonly SectorPeople[],
  codes: readonly string[],
): TenureRow[] {
  const random = randomStream(settings.seed, 'tenure');
  return people.flatMap(({ dwellings, social }, i) => {
    const let_ = LET_PRIVATELY[characters[i]!.kind] * Math.max(0.3, 1 + 0.18 * random.normal());
    return settings.years.flatMap((year, y): TenureRow[] => {
      const all = dwellings[y]!;
      const others = all - social[y]!;
      const rented = Math.min(others, Math.round(others * let_));
      const row = (tenure: TenureRow['tenure'], count: number): TenureRow => ({
        code: codes[i]!,
        year,
        tenure,
        dwellings: count,
      });
      return [
        row('', all),
        row('social', social[y]!),
        row('private_rental', rented),
        row('owner', others - rented),
      ];
    });
  });
}
