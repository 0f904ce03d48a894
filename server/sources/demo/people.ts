import type { DemoSettings } from '../../../data/demo.ts';
import type { Character, SectorKind } from './character.ts';
import { noise, type Random, randomStream } from './random.ts';
import type { Territory } from './territory.ts';

/** The children's ages the region publishes, and how many years of birth each holds. */
export const AGE_GROUPS = [
  { label: '0-2', years: 3 },
  { label: '3-5', years: 3 },
  { label: '6-11', years: 6 },
  { label: '12-17', years: 6 },
] as const;

/** One sector; every array of years follows `settings.years`. */
export type SectorPeople = {
  dwellings: number[];
  social: number[];
  households: number[];
  /** Per year, per age group. */
  children: number[][];
  /** Over the year and the two before it. */
  births: number[];
  deprived: number[];
  /** True where the child-poverty index was never delivered. */
  povertyMissing: boolean;
  inhabitants: number;
};

/** Per kind: dwellings against a suburb, share lived in, people per household, children against the mean. */
const LIVING: Readonly<
  Record<SectorKind, { dwellings: number; occupied: number; size: number; youth: number }>
> = {
  centre: { dwellings: 1.4, occupied: 0.92, size: 1.85, youth: 0.75 },
  urban: { dwellings: 1.4, occupied: 0.95, size: 2.25, youth: 1.12 },
  estate: { dwellings: 1.55, occupied: 0.96, size: 2.3, youth: 1.4 },
  suburb: { dwellings: 1.02, occupied: 0.965, size: 2.48, youth: 1.08 },
  core: { dwellings: 1.12, occupied: 0.955, size: 2.25, youth: 0.95 },
  rural: { dwellings: 0.5, occupied: 0.965, size: 2.55, youth: 1 },
  resort: { dwellings: 2.2, occupied: 0.52, size: 1.85, youth: 0.55 },
  port: { dwellings: 0, occupied: 0, size: 0, youth: 0 },
  nature: { dwellings: 0, occupied: 0, size: 0, youth: 0 },
};

/** Births and children of one year of age, per inhabitant. */
const BIRTHS_PER_INHABITANT = 0.0121;
const CHILDREN_PER_YEAR_OF_AGE = 0.0108;

/** Peoples the sectors so that the province adds up to the settings' dwellings and social share in the last year. */
export function people(
  settings: DemoSettings,
  territory: Territory,
  characters: readonly Character[],
): SectorPeople[] {
  const random = randomStream(settings.seed, 'people');
  const weights = characters.map(
    ({ kind }) => LIVING[kind].dwellings * Math.max(0.35, 1 + 0.2 * random.normal()),
  );
  const perWeight = settings.dwellings / weights.reduce((sum, weight) => sum + weight, 0);
  const dwellings = weights.map(weight => Math.round(weight * perWeight));
  const social = meetSocialTotal(settings, characters, dwellings);
  const local = noise(settings.seed, 'child poverty', 7000);
  const projects = yearsOfProjects(settings, social, random);
  const all = characters.map(({ kind }, i): SectorPeople => {
    const { cells, municipality } = territory.sectors[i]!;
    const { occupied, size, youth } = LIVING[kind];
    const households = Math.round(dwellings[i]! * Math.min(0.99, occupied * (1 + 0.012 * random.normal())));
    const inhabitants = Math.round(households * size * (1 + 0.03 * random.normal()));
    const growth = random.between(0.002, 0.011);
    const young = youth * Math.max(0.6, 1 + 0.1 * random.normal());
    const middle = cells[cells.length >> 1]!;
    const share = dwellings[i] === 0 ? 0 : social[i]! / dwellings[i]!;
    const inCity = territory.municipalities[municipality]!.kind === 'city';
    const housing = settings.years.map((year, y) => {
      const back = settings.years.at(-1)! - year;
      const all = Math.round(dwellings[i]! * (1 - growth * back));
      const let_ = Math.max(0, social[i]! - projects[i]!.slice(y + 1).reduce((sum, built) => sum + built, 0));
      return { all: Math.max(all, let_), let_, lived: Math.round(households * (1 - growth * back)) };
    });
    const poverty = Math.min(
      0.75,
      Math.max(
        0.012,
        0.082 +
          (kind === 'resort' ? 0.09 : 0) +
          (inCity ? 0.055 : 0) +
          (kind === 'urban' || kind === 'centre' ? 0.03 : 0) +
          0.44 * share +
          0.05 * local(territory.mesh.x[middle]!, territory.mesh.y[middle]!) +
          0.022 * random.normal(),
      ),
    );
    return {
      dwellings: housing.map(({ all }) => all),
      social: housing.map(({ let_ }) => let_),
      households: housing.map(({ all, lived }) => Math.min(all, lived)),
      children: childrenByYear(settings, inhabitants, young, growth, random),
      ...birthsByYear(settings, inhabitants * young * BIRTHS_PER_INHABITANT, poverty, random),
      povertyMissing: false,
      inhabitants,
    };
  });
  // Two deliveries that never came, in villages with enough births to be shown.
  const candidates = all.filter(
    (sector, i) => characters[i]!.kind === 'suburb' && sector.births.every(n => n > 25),
  );
  for (const sector of random.shuffled(candidates).slice(0, 2)) sector.povertyMissing = true;
  return all;
}

/** Estates keep their share; the others are scaled so that the whole meets the province's share. */
function meetSocialTotal(
  settings: DemoSettings,
  characters: readonly Character[],
  dwellings: readonly number[],
): number[] {
  const aimed = characters.map(({ socialShare }, i) => socialShare * dwellings[i]!);
  const total = (kinds: (kind: SectorKind) => boolean): number =>
    aimed.reduce((sum, social, i) => sum + (kinds(characters[i]!.kind) ? social : 0), 0);
  const wanted = settings.socialShare * dwellings.reduce((sum, n) => sum + n, 0);
  const factor = Math.max(0, (wanted - total(kind => kind === 'estate')) / total(kind => kind !== 'estate'));
  return aimed.map((social, i) =>
    Math.min(dwellings[i]!, Math.round(characters[i]!.kind === 'estate' ? social : social * factor)),
  );
}

/** Social dwellings that came in each year, per sector; two renovations took some away for good. */
function yearsOfProjects(settings: DemoSettings, social: readonly number[], random: Random): number[][] {
  const projects = social.map(() => settings.years.map(() => 0));
  const built = random.shuffled([...social.keys()].filter(i => social[i]! >= 14)).slice(0, 60);
  for (const i of built) {
    const most = Math.min(45, Math.floor(social[i]! * 0.7));
    projects[i]![1 + random.whole(settings.years.length - 1)] = Math.max(6, Math.round(most * random.unit()));
  }
  const large = [...social.keys()].sort((a, b) => social[b]! - social[a]!).slice(2, 4);
  for (const i of large) projects[i]![3] = -random.whole(30) - 24;
  return projects;
}

function childrenByYear(
  settings: DemoSettings,
  inhabitants: number,
  young: number,
  growth: number,
  random: Random,
): number[][] {
  const lean = AGE_GROUPS.map(() => Math.max(0.7, 1 + 0.08 * random.normal()));
  const drift = AGE_GROUPS.map(() => 0.01 * random.normal() + growth);
  return settings.years.map(year =>
    AGE_GROUPS.map(({ years }, group) => {
      const back = settings.years.at(-1)! - year;
      const mean =
        inhabitants * young * CHILDREN_PER_YEAR_OF_AGE * years * lean[group]! * (1 - drift[group]! * back);
      return Math.max(0, Math.round(mean + 0.25 * Math.sqrt(Math.max(0, mean)) * random.normal()));
    }),
  );
}

/** Draws births and deprived births year by year and adds three years up, as the index does. */
function birthsByYear(settings: DemoSettings, meanBirths: number, poverty: number, random: Random) {
  const first = settings.years[0]! - 2;
  const span = settings.years.at(-1)! - first + 1;
  const drift = 0.018 + 0.012 * random.normal();
  const yearly = Array.from({ length: span }, (_, y) => {
    const births = Math.max(0, Math.round(meanBirths + 0.8 * Math.sqrt(meanBirths) * random.normal()));
    const probability = Math.min(0.85, poverty * (1 + drift * (span / 2 - y)));
    return { births, deprived: random.binomial(births, probability) };
  });
  const over = (pick: 'births' | 'deprived') =>
    settings.years.map(year => {
      const last = year - first;
      return yearly[last]![pick] + yearly[last - 1]![pick] + yearly[last - 2]![pick];
    });
  return { births: over('births'), deprived: over('deprived') };
}
