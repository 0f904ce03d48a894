import type { Point, Polygon } from 'geojson';
import type { DemoSettings } from '../../../data/demo.ts';
import type { FacilityFunctionId } from '../../../data/facility-functions.ts';
import type { Character, SectorKind } from './character.ts';
import { type DemoNames, placeName, unused } from './names.ts';
import type { SectorPeople } from './people.ts';
import type { Plots } from './plots.ts';
import { type Random, randomStream } from './random.ts';
import type { Territory } from './territory.ts';
import type { DemoFacility, FacilityAttributes } from './types.ts';

type Input = {
  settings: DemoSettings;
  territory: Territory;
  characters: readonly Character[];
  people: readonly SectorPeople[];
  names: DemoNames;
  plots: Plots;
};

/** How many places a child finds, against a suburb: fewest where most children live close together. */
const PLAY_SUPPLY: Readonly<Record<SectorKind, number>> = {
  centre: 0.9,
  urban: 0.6,
  estate: 0.2,
  suburb: 1.25,
  core: 1.2,
  rural: 0.8,
  resort: 2,
  port: 0,
  nature: 0,
};

/** Lays out all places: green first, because it takes most land, then play, sport, meeting, care and schools. */
export function placeFacilities(input: Input): DemoFacility[] {
  const { settings, territory, characters, people, names, plots } = input;
  const random = randomStream(settings.seed, 'facilities');
  const facilities: DemoFacility[] = [];
  const usedNames = new Set<string>();
  const last = settings.years.length - 1;
  const children = people.map(({ children: years }) => years[last]!.reduce((sum, n) => sum + n, 0));
  const ofAge = (from: number, to: number) =>
    people.map(({ children: years }) => years[last]!.slice(from, to).reduce((sum, n) => sum + n, 0));
  const besideEstate = territory.sectors.map(({ touching }) =>
    touching.some(other => characters[other]!.kind === 'estate'),
  );

  const add = (
    title: string,
    functions: readonly FacilityFunctionId[],
    geometry: Point | Polygon,
    attributes: FacilityAttributes,
  ): void => {
    const key = `v${String(facilities.length + 1).padStart(4, '0')}`;
    const name = usedNames.has(title) ? unused(usedNames, () => `${title} ${1 + random.whole(99)}`) : title;
    usedNames.add(name);
    facilities.push({ key, name, functions, geometry, attributes });
  };
  const addPolygon = (
    sector: number,
    areaM2: number,
    title: string,
    functions: readonly FacilityFunctionId[],
    attributes: FacilityAttributes,
  ): void => {
    const plot = plots.polygon(sector, areaM2, random);
    if (plot !== null) add(title, functions, plot.geometry, attributes);
  };
  const addPoint = (
    sector: number,
    title: string,
    functions: readonly FacilityFunctionId[],
    attributes: FacilityAttributes,
  ): void => {
    const position = plots.point(sector, random);
    if (position !== null) add(title, functions, { type: 'Point', coordinates: position }, attributes);
  };
  const inMunicipality = (m: number): number[] =>
    [...territory.sectors.keys()].filter(
      i => territory.sectors[i]!.municipality === m && people[i]!.inhabitants > 0,
    );
  const central = (m: number): number[] => {
    const all = inMunicipality(m);
    const middle = all.filter(i => territory.neighbourhoods[territory.sectors[i]!.neighbourhood]!.central);
    return middle.length > 0 ? middle : all;
  };

  // Green.
  territory.sectors.forEach(({ coastal }, i) => {
    if (characters[i]!.kind === 'nature')
      addPolygon(
        i,
        random.between(25, 90) * 10_000,
        `${coastal ? 'Duinen' : 'Natuurgebied'} ${names.sectors[i]!}`,
        ['green', 'recreation'],
        { fee: 'no' },
      );
    else if (characters[i]!.kind === 'rural' && random.chance(0.14))
      addPolygon(i, random.between(4, 35) * 10_000, `Bos ${names.sectors[i]!}`, ['green', 'recreation'], {
        fee: 'no',
      });
  });
  const parkSupply = characters.map(
    ({ kind }, i) => Math.sqrt(people[i]!.inhabitants) * (kind === 'estate' ? 0.5 : 1),
  );
  for (const i of spread(random, parkSupply, 130)) {
    const play = characters[i]!.kind !== 'estate' && random.chance(0.3);
    const size = random.unit() * random.unit() * (characters[i]!.kind === 'urban' ? 70_000 : 45_000) + 2500;
    addPolygon(
      i,
      size,
      `Park ${placeName(random)}`,
      play ? ['green', 'recreation', 'play'] : ['green', 'recreation'],
      { fee: 'no', wheelchair: 'yes' },
    );
  }

  // Play.
  const playSupply = children.map(
    (n, i) => n * PLAY_SUPPLY[characters[i]!.kind] * (besideEstate[i]! ? 0.45 : 1),
  );
  const ages: readonly (readonly [number, number])[] = [
    [0, 6],
    [3, 12],
    [6, 14],
    [0, 12],
    [12, 17],
  ];
  for (const i of spread(random, playSupply, 270)) {
    const functions: FacilityFunctionId[] = ['play'];
    if (random.chance(0.3)) functions.push('sport', 'recreation');
    if (random.chance(0.18)) functions.push('meeting');
    const [minAge, maxAge] = random.pick(ages);
    const attributes: FacilityAttributes = {
      minAge,
      maxAge,
      fee: 'no',
      wheelchair: random.chance(0.35) ? 'yes' : 'no',
      lit: random.chance(0.25) ? 'yes' : 'no',
    };
    const title = `${random.pick(['Speeltuin', 'Speelplein', 'Speelveld'])} ${placeName(random)}`;
    if (random.chance(0.7))
      addPolygon(i, 250 + 3800 * random.unit() * random.unit(), title, functions, attributes);
    else addPoint(i, title, functions, attributes);
  }
  for (const i of spread(
    random,
    people.map(({ inhabitants }) => inhabitants),
    110,
  )) {
    addPolygon(i, random.between(3000, 24_000), `Sportveld ${placeName(random)}`, ['sport', 'recreation'], {
      fee: 'no',
      lit: random.chance(0.5) ? 'yes' : 'no',
    });
  }

  // Meeting.
  const meetingSupply = people.map(
    ({ inhabitants }, i) => inhabitants * (characters[i]!.kind === 'estate' ? 0.7 : 1),
  );
  for (const i of spread(random, meetingSupply, 96)) {
    addPoint(
      i,
      `${random.pick(['Buurthuis', 'Ontmoetingscentrum', 'Dorpshuis'])} ${placeName(random)}`,
      random.chance(0.5) ? ['meeting', 'wifi'] : ['meeting'],
      { fee: 'no', wheelchair: random.chance(0.7) ? 'yes' : 'limited' },
    );
  }
  for (const i of spread(random, ofAge(2, 4), 64)) {
    addPoint(i, `${random.pick(['Jeugdhuis', 'Jeugdlokaal'])} ${placeName(random)}`, ['youth', 'meeting'], {
      minAge: 6,
      maxAge: 17,
    });
  }
  territory.municipalities.forEach(({ kind }, m) => {
    const libraries = kind === 'city' ? 5 : kind === 'town' ? 2 : 1;
    for (let n = 0; n < libraries; n++) {
      const where = n === 0 ? central(m) : inMunicipality(m);
      addPoint(
        random.pick(where),
        `Bibliotheek ${n === 0 ? names.municipalities[m]! : placeName(random)}`,
        ['library', 'meeting', 'wifi'],
        { fee: 'no', wheelchair: 'yes' },
      );
    }
    // Villages share a Huis van het Kind with a town near by.
    const houses = kind === 'city' ? 3 : kind === 'village' ? (m % 4 === 1 ? 1 : 0) : 1;
    for (let n = 0; n < houses; n++) {
      addPoint(
        random.pick(n === 0 ? central(m) : inMunicipality(m)),
        `Huis van het Kind ${n === 0 ? names.municipalities[m]! : placeName(random)}`,
        ['huis_van_het_kind', 'meeting'],
        { wheelchair: 'yes', fee: 'no' },
      );
    }
    for (let n = 0; n < (kind === 'city' ? 12 : kind === 'village' ? 1 : 3); n++) {
      addPoint(random.pick(central(m)), `Wifipunt ${placeName(random)}`, ['wifi'], { fee: 'no' });
    }
  });

  // Care and schools.
  const careSupply = ofAge(0, 1).map((n, i) => n * (characters[i]!.kind === 'estate' ? 0.5 : 1));
  for (const i of spread(random, careSupply, 290)) {
    addPoint(
      i,
      `${random.pick(['Kinderopvang', 'Crèche', 'Onthaalhuis'])} ${placeName(random)}`,
      ['childcare'],
      { minAge: 0, maxAge: 2, capacity: 8 + random.whole(26), fee: 'yes' },
    );
  }
  const schoolSupply = ofAge(1, 3);
  const pupilsPerSchool = schoolSupply.reduce((sum, n) => sum + n, 0) / 132;
  for (const i of spread(random, schoolSupply, 132)) {
    const both = random.chance(0.85);
    const nursery = both || random.chance(0.5);
    const pupils = Math.round(pupilsPerSchool * random.between(0.5, 1.5) * (both ? 1.05 : 0.55));
    const functions: FacilityFunctionId[] = both
      ? ['nursery_school', 'primary_school']
      : nursery
        ? ['nursery_school']
        : ['primary_school'];
    addPoint(i, `${both || !nursery ? 'Basisschool' : 'Kleuterschool'} ${placeName(random)}`, functions, {
      minAge: nursery ? 2 : 6,
      maxAge: both || !nursery ? 11 : 5,
      pupils,
      capacity: Math.round(pupils * random.between(1.02, 1.18)),
    });
  }
  return facilities;
}

/** Draws sectors in proportion to a weight, `total` of them, none much more often than its share. */
function spread(random: Random, weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  let owed = random.unit();
  return random.shuffled([...weights.keys()]).flatMap(sector => {
    owed += (weights[sector]! / sum) * total;
    const count = Math.floor(owed);
    owed -= count;
    return Array<number>(count).fill(sector);
  });
}
