import { create } from 'zustand';
import type { ClassMethod } from '../../core/areas/classes.ts';
import type { AreaLevel, AreaRef } from '../../core/areas/types.ts';

export type { ClassMethod };
export type Place = 'map' | 'scenario' | 'compare' | 'data' | 'places';
/** Where the map is: here when this place has one, otherwise on the map itself. */
export const placeWithMap = (place: Place): Place =>
  place === 'scenario' || place === 'places' ? place : 'map';
export type Shown = 'before' | 'after' | 'difference' | 'marginal';
export type Camera = { lon: number; lat: number; zoom: number };
export type Language = 'nl' | 'en';

/** What the comparison can be sorted by; a column that is not shown sorts nothing. */
export const COMPARE_COLUMNS = [
  'name',
  'value',
  'expected',
  'corrected',
  'spread',
  'zones',
  'dwellings',
  'social',
  'poverty',
  'rate',
] as const;
export type CompareColumn = (typeof COMPARE_COLUMNS)[number];
export type CompareSort = { column: CompareColumn; down: boolean };

/** What the comparison asks; the regions chosen in it are the selection at the level `of`. */
export type CompareView = {
  /** Level of the regions side by side; null is the one that suits the data. */
  of: AreaLevel | null;
  index: string;
  sort: CompareSort;
  /** Dwellings per hectare from which an area is city part; null for no spread ratio. */
  cityDensity: number | null;
  draws: number;
  seed: number;
  /** Count a surplus of social dwellings over dwellings as if all dwellings were social. */
  clamp: boolean;
};

/** What the Vergelijk place is about: social dwellings, or room to play and meet. */
export const COMPARED_THEMES = ['housing', 'places'] as const;
export type ComparedTheme = (typeof COMPARED_THEMES)[number];
/** What the map shows of reach, in place of an indicator. */
export const REACH_LAYERS = ['distance', 'share', 'unmet', 'wifi'] as const;
export type ReachLayer = (typeof REACH_LAYERS)[number];

/** Ages as care and school divide them. */
export const PLACE_AGES = ['0-2', '3-5', '6-11', '12-17'] as const;
export type PlaceAges = (typeof PLACE_AGES)[number];

/** Who has a place within reach: a norm and what was changed of it; null is as the norm has it. */
export type ReachView = {
  about: ComparedTheme;
  reachLayer: ReachLayer | null;
  norm: string;
  reachFunctions: readonly string[] | null;
  withinM: number | null;
  minAreaM2: number | null;
  /** `6-11` or `all`. */
  ages: string | null;
  /** Longest walk in the web of places on the map; null while it is not shown. */
  webWithinM: number | null;
  /** Places on the map are those for these ages, such as `6-11`; null for all. */
  placeAges: PlaceAges | null;
};

/** The ways to see two situations beside each other. */
export const VERSUS_KINDS = ['swipe', 'beside', 'difference', 'table', 'edits'] as const;
export type VersusKind = (typeof VERSUS_KINDS)[number];

/** Two situations beside each other, in the Scenario place. */
export type VersusView = {
  /** Null while a scenario is worked on and nothing is compared. */
  versus: VersusKind | null;
  /** Id of a scenario; null is what is now. */
  left: string | null;
  right: string | null;
  /** Where the divider of the swipe map stands, in percent from the left. */
  split: number;
};

/** As the API takes them. */
export const MOST_DRAWS = 9999;
export const MOST_SEED = 4_294_967_295;

/** Everything that is in the address: what a reload, a link or the back button must bring back. */
export type View = CompareView &
  ReachView &
  VersusView & {
    place: Place;
    /** Null is the release the server serves when the page opens. */
    release: string | null;
    region: string | null;
    scope: AreaRef | null;
    level: AreaLevel | null;
    year: number | null;
    indicator: string;
    method: ClassMethod;
    classCount: number;
    facilities: readonly string[];
    /** The area whose figures are shown. */
    pinned: AreaRef | null;
    selection: { level: AreaLevel; codes: readonly string[] } | null;
    camera: Camera | null;
    scenario: string | null;
    shown: Shown;
    table: boolean;
    language: Language;
  };

export const initialView: View = {
  place: 'map',
  release: null,
  region: null,
  scope: null,
  level: null,
  year: null,
  indicator: 'social_share',
  method: 'jenks',
  classCount: 6,
  facilities: [],
  pinned: null,
  selection: null,
  camera: null,
  scenario: null,
  shown: 'difference',
  table: false,
  language: 'nl',
  of: null,
  index: 'dissimilarity',
  sort: { column: 'corrected', down: true },
  cityDensity: null,
  draws: 999,
  seed: 1,
  clamp: false,
  about: 'housing',
  reachLayer: null,
  webWithinM: null,
  placeAges: null,
  norm: 'age_6_11',
  reachFunctions: null,
  withinM: null,
  minAreaM2: null,
  ages: null,
  versus: null,
  left: null,
  right: null,
  split: 50,
};

/** The scenario that says what is looked at: the open one, of two that are compared the right one, else the left. */
export const scenarioInView = ({ place, scenario, versus, left, right }: View): string | null => {
  if (place !== 'scenario') return null;
  return versus === null ? scenario : (right ?? left ?? scenario);
};

/** State of the page that no address needs: what is under the pointer, which dialog is open. */
type Passing = {
  hovered: { level: AreaLevel; code: string } | null;
  dialog: 'palette' | 'keys' | null;
  theme: 'light' | 'dark';
};

export const useView = create<View & Passing>()(() => ({
  ...initialView,
  hovered: null,
  dialog: null,
  theme: 'light',
}));

export const setView = (change: Partial<View & Passing>) => useView.setState(change);
