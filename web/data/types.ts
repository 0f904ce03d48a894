import type { HomeBasis } from '../../core/access/population/homes.ts';
import type { WireContiguity } from '../../core/areas/contiguity-columns.ts';
import type { DatasetCounts, Indicator, Texts } from '../../core/areas/indicator.ts';
import type { AreaLevel, AreaRef, ValueBasis, ValueStatus } from '../../core/areas/types.ts';

/** The answers of the API as docs/api.md promises them; only what the interface reads. */

export type DatasetSource = {
  title: string;
  publisher: string | null;
  licence: string | null;
  url: string | null;
  fileName: string | null;
  /** What a reader of the numbers must know, such as the birth years of an index. */
  note: string | null;
  /** What the dataset counts, where the indicator does not say. */
  counts?: DatasetCounts;
};

export type RegionView = {
  id: string;
  title: string;
  synthetic: boolean;
  bbox: [number, number, number, number] | null;
  levels: {
    level: AreaLevel;
    vintage: number;
    hash: string;
    count: number;
    parentLevel: AreaLevel | null;
    source: DatasetSource;
  }[];
  values: {
    indicator: string;
    level: AreaLevel;
    vintage: number;
    year: number;
    basis: ValueBasis;
    hash: string;
    source: DatasetSource;
    count: number;
  }[];
  facilities: { id: string; count: number; functions: string[]; source: DatasetSource }[];
  sites: { count: number; source: DatasetSource } | null;
  homes: { basis: HomeBasis; count: number; hash: string; source: DatasetSource }[];
  network: { count: number; hash: string; bytes: number; source: DatasetSource } | null;
};

export type ReleaseView = {
  hash: string;
  parentHash: string | null;
  message: string;
  createdAt: string;
  defaultRegion: string | null;
  regions: RegionView[];
};

export type ReleaseSummary = Pick<ReleaseView, 'hash' | 'parentHash' | 'message' | 'createdAt'> & {
  current: boolean;
};

export type LevelView = {
  id: AreaLevel;
  title: Texts;
  plural: Texts;
  vintages: number[];
  count: number;
  parentLevel: AreaLevel | null;
};

export type AvailableValues = {
  level: AreaLevel;
  vintage: number;
  year: number;
  basis: ValueBasis;
  /** `dimension=label` */
  categories: string[];
  source: DatasetSource;
};
export type IndicatorView = Indicator & { available: AvailableValues[] };

export type AreaView = {
  level: AreaLevel;
  vintage: number;
  index: number;
  code: string;
  name: string;
  parentLevel: AreaLevel | null;
  parentCode: string | null;
  parentName: string | null;
  areaHa: number;
  lon: number;
  lat: number;
  bbox: [number, number, number, number];
};

export type Figure = {
  indicator: string;
  year: number;
  level: AreaLevel;
  basis: ValueBasis;
  aggregatedFrom: AreaLevel | null;
  status: ValueStatus;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  source: DatasetSource | null;
  rank: { position: number; of: number; within: AreaRef | null } | null;
};

export type AreaDetail = AreaView & { parents: (AreaRef & { name: string })[]; figures: Figure[] };

export type AreaColumnsAnswer = {
  release: string;
  region: string;
  level: AreaLevel;
  vintage: number;
  hash: string;
  parentLevel: AreaLevel | null;
  codes: string[];
  names: string[];
  parentCodes: (string | null)[];
  areaHa: number[];
  lon: number[];
  lat: number[];
  bbox: [number, number, number, number][];
};

export type ContiguityAnswer = WireContiguity & { hash: string; metricEpsg: number };

type Cells = (number | null)[];
export type ValuesAnswer = {
  release: string;
  indicator: string;
  level: AreaLevel;
  vintage: number;
  year: number;
  basis: ValueBasis;
  areasHash: string;
  aggregatedFrom: AreaLevel | null;
  source: DatasetSource | null;
  hash: string;
  columns: { numerator: Cells; denominator: Cells; value: Cells; status: ValueStatus[] };
};

export type StoredScenario = { id: string; secret: string; revision: number };
