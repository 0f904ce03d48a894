/**
 * The settings of the demo region: a province that does not exist, made by server/sources/demo. The same
 * settings give the same bytes on every machine.
 */
export type DemoSettings = {
  seed: number;
  /** Region id and title in the product. */
  region: string;
  title: string;
  /** The middle of the region, in the open North Sea, so that it is nowhere real. WGS84 degrees. */
  centre: { lon: number; lat: number };
  /**
   * Length of a degree on the WGS84 ellipsoid at latitude 52.3° (series of Snyder 1987, p. 25), metres, and
   * how much a degree of longitude changes in length per degree of latitude. Given as numbers, because a
   * cosine may differ in its last bit between machines.
   */
  metresPerDegree: { lon: number; lat: number; lonPerLat: number };
  /** The plane the province lies in, before its outline is cut, metres. */
  widthM: number;
  heightM: number;
  /** Distance between the cells of the mesh that all borders follow, metres. */
  cellM: number;
  municipalities: number;
  sectors: number;
  /** Sectors of the city and where it lies, as fractions of width and height. */
  citySectors: number;
  cityAt: { x: number; y: number };
  sectorsPerNeighbourhood: number;
  /** Edition of the boundaries. */
  vintage: number;
  /** Years with values, ascending; the last is the present. */
  years: readonly number[];
  /** What the province adds up to in the last year. */
  dwellings: number;
  socialShare: number;
  /**
   * Objectives for municipalities with less than `share` of social dwellings: the gap to it, at most `most` of the
   * dwellings, counted from the stock of `fromYear`; `planned` of it has a project.
   */
  objective: { byYear: number; fromYear: number; share: number; most: number; planned: number };
};

export const demoSettings: DemoSettings = {
  seed: 20260521,
  region: 'demo',
  title: 'Zilverkust (voorbeeldprovincie)',
  centre: { lon: 2.6, lat: 52.3 },
  metresPerDegree: { lon: 68218, lat: 111273, lonPerLat: -1537 },
  widthM: 46000,
  heightM: 34000,
  cellM: 120,
  municipalities: 20,
  sectors: 600,
  citySectors: 70,
  cityAt: { x: 0.5, y: 0.47 },
  sectorsPerNeighbourhood: 6.6,
  vintage: 2024,
  years: [2018, 2019, 2020, 2021, 2022, 2023],
  dwellings: 197_000,
  socialShare: 0.066,
  objective: { byYear: 2042, fromYear: 2021, share: 0.09, most: 0.02, planned: 0.3 },
};

/**
 * Parts of names. Municipalities and villages are a head and a tail; a test holds them apart from the names
 * of existing Belgian municipalities.
 */
export const demoNames = {
  province: 'Zilverkust',
  city: 'Havermonde',
  resort: 'Schelpzande-Bad',
  heads: [
    'Meeuw',
    'Wier',
    'Bries',
    'Kluut',
    'Kwel',
    'Nevel',
    'Vlier',
    'Brem',
    'Kreek',
    'Wulp',
    'Helm',
    'Zeggen',
    'Lisse',
    'Gruis',
    'Tuimel',
    'Rog',
    'Ster',
    'Zilt',
    'Elze',
    'Lepel',
    'Haver',
    'Pluim',
  ],
  tails: [
    'kerke',
    'zande',
    'dijke',
    'hove',
    'gemme',
    'vliet',
    'kapelle',
    'rode',
    'hamme',
    'brugge',
    'donk',
    'schote',
    'voorde',
    'lare',
    'muide',
    'akker',
  ],
  placeHeads: [
    'Molen',
    'Linde',
    'Kapel',
    'Hoge',
    'Lange',
    'Oude',
    'Groene',
    'Zonne',
    'Wilgen',
    'Beuken',
    'Kersen',
    'Notelaar',
    'Vijver',
    'Zand',
    'Klaver',
    'Tarwe',
    'Vlas',
    'Merel',
    'Zwaluw',
    'Leeuwerik',
    'Duin',
    'Kiezel',
    'Hazelaar',
    'Berken',
    'Rozen',
    'Appel',
    'Kastanje',
    'Spreeuwen',
    'Koren',
    'Heide',
  ],
  placeTails: [
    'veld',
    'hoek',
    'dries',
    'kouter',
    'wijk',
    'hof',
    'dam',
    'gaarde',
    'weide',
    'rij',
    'plein',
    'berg',
    'bos',
    'laan',
    'dreef',
    'eind',
    'steeg',
    'meers',
  ],
} as const;
