import type { LineString, Point, Polygon } from 'geojson';
import type { FacilityFunctionId } from '../../../data/facility-functions.ts';

export const DEMO_LEVELS = ['province', 'municipality', 'neighbourhood', 'sector'] as const;
export type DemoLevel = (typeof DEMO_LEVELS)[number];

export type DemoArea = { code: string; name: string; parentCode: string | null; geometry: Polygon };

/** One sector in one year. Social dwellings never exceed dwellings. */
export type HousingRow = {
  code: string;
  year: number;
  dwellings: number;
  social: number;
  households: number;
};

/** Extra social dwellings by a year, and the stock they are counted from; of a municipality. */
export type ObjectiveRow = { code: string; year: number; extra: number; start: number };

/** Social dwellings of a municipality that are planned already. */
export type PipelineRow = { code: string; year: number; planned: number };

/** Dwellings of one tenure; an empty tenure is all of them. */
export type TenureRow = {
  code: string;
  year: number;
  tenure: '' | 'social' | 'private_rental' | 'owner';
  dwellings: number;
};

/** Births over the year and the two before it; null where the source says nothing. */
export type ChildPovertyRow = { code: string; year: number; births: number | null; deprived: number | null };

/** Children of one age group, e.g. `0-2`; an empty age is all of them. */
export type ChildrenRow = { code: string; year: number; age: string; children: number };

export type DemoFacility = {
  key: string;
  name: string;
  functions: readonly FacilityFunctionId[];
  geometry: Point | Polygon;
  attributes: FacilityAttributes;
};
export type FacilityAttributes = {
  minAge?: number;
  maxAge?: number;
  /** Places or pupils. */
  capacity?: number;
  pupils?: number;
  wheelchair?: 'yes' | 'no' | 'limited';
  lit?: 'yes' | 'no';
  fee?: 'yes' | 'no';
};

export type DemoEdge = {
  fromNode: number;
  toNode: number;
  lengthM: number;
  kind: 'street' | 'path' | 'steps';
  geometry: LineString;
};

export type DemoSite = {
  key: string;
  name: string;
  capacityDwellings: number;
  owner: string;
  geometry: Polygon;
};

export type DemoRegion = {
  areas: Readonly<Record<DemoLevel, readonly DemoArea[]>>;
  /** By sector. */
  housing: readonly HousingRow[];
  objective: readonly ObjectiveRow[];
  pipeline: readonly PipelineRow[];
  /** By sector. */
  tenure: readonly TenureRow[];
  childPoverty: Readonly<Record<'municipality' | 'neighbourhood' | 'sector', readonly ChildPovertyRow[]>>;
  children: Readonly<Record<'municipality' | 'neighbourhood' | 'sector', readonly ChildrenRow[]>>;
  facilities: readonly DemoFacility[];
  edges: readonly DemoEdge[];
  sites: readonly DemoSite[];
};
