// Written by `npm run database:types` from sql/migrations; a test fails when it is stale.
import type { AttributesJson, FindingsJson, Geometry, IndicatorJson, Made, OriginJson, PatchJson, ScenarioJson, SourceJson, Timestamp } from './column-types.ts';

export type DB = {
  area_shapes: {
    region: string;
    version: number;
    band: number;
    idx: number;
    geom_3857: Geometry;
  };
  areas: {
    region: string;
    version: number;
    idx: number;
    code: string;
    name: string;
    parent_code: string | null;
    area_m2: number;
    lon: number;
    lat: number;
    geom: Geometry;
    geom_3857: Geometry;
  };
  current_release: {
    singleton: Made<boolean>;
    release: number;
  };
  dataset_versions: {
    id: Made<number>;
    region: string;
    kind: string;
    item_key: string;
    level: string | null;
    vintage: number | null;
    parent_level: string | null;
    indicator: string | null;
    year: number | null;
    basis: string | null;
    row_count: number;
    hash: string;
    source: SourceJson;
    report: FindingsJson;
    created_at: Made<Timestamp>;
  };
  facilities: {
    region: string;
    version: number;
    idx: number;
    key: string;
    name: string | null;
    functions: string[];
    attributes: AttributesJson;
    area_m2: number | null;
    geom: Geometry;
    origin: OriginJson | null;
  };
  facility_changes: {
    version: number;
    region: string;
    parent: number | null;
    action: string;
    author: string;
    reason: string;
    undoes: number | null;
    made_at: Made<Timestamp>;
  };
  facility_corrections: {
    id: Made<number>;
    version: number;
    source: string;
    key: string;
    delta: PatchJson;
    patch: PatchJson;
    attributes: AttributesJson;
    hidden: boolean;
    geom: Geometry | null;
  };
  homes_parts: {
    region: string;
    version: number;
    part: number;
    bytes: Buffer;
  };
  imports: {
    id: Made<number>;
    kind: string;
    started_at: Made<Timestamp>;
    heartbeat_at: Made<Timestamp>;
  };
  indicators: {
    id: string;
    disclosure_threshold: number;
    definition: IndicatorJson;
  };
  migrations: {
    name: string;
    hash: string;
    applied_at: Made<Timestamp>;
  };
  network_parts: {
    region: string;
    version: number;
    part: number;
    bytes: Buffer;
  };
  observations: {
    region: string;
    version: number;
    code: string;
    category: Made<string>;
    numerator: number | null;
    denominator: number | null;
    value: number | null;
    status: string;
  };
  protected_observations: {
    region: string;
    version: number;
    code: string;
    category: string;
    numerator: number | null;
    denominator: number | null;
    value: number | null;
    status: string;
  };
  regions: {
    id: string;
    title: string;
    synthetic: Made<boolean>;
    created_at: Made<Timestamp>;
  };
  release_items: {
    release: number;
    region: string;
    item_key: string;
    dataset_version: number;
  };
  releases: {
    id: Made<number>;
    hash: string;
    parent: number | null;
    message: string;
    created_at: Made<Timestamp>;
  };
  scenario_links: {
    id: string;
    secret_hash: string;
    scenario: string;
    kind: string;
    revision: number | null;
    created_at: Made<Timestamp>;
  };
  scenario_versions: {
    scenario: string;
    revision: number;
    title: string;
    document: ScenarioJson;
    stored_at: Made<Timestamp>;
  };
  scenarios: {
    id: string;
    secret_hash: string;
    title: string;
    document: ScenarioJson;
    revision: Made<number>;
    created_at: Made<Timestamp>;
    updated_at: Made<Timestamp>;
  };
  sites: {
    region: string;
    version: number;
    idx: number;
    key: string;
    name: string;
    capacity_dwellings: number;
    owner: string | null;
    area_m2: number;
    geom: Geometry;
  };
  staged_area_shapes: {
    import: number;
    number: number;
    band: number;
    geom_3857: Geometry;
  };
  staged_areas: {
    import: number;
    number: number;
    code: string;
    name: string;
    parent_code: string | null;
    parent_name: string | null;
    area_m2: number;
    lon: number;
    lat: number;
    geom: Geometry;
    geom_3857: Geometry;
  };
  staged_facilities: {
    import: number;
    number: number;
    key: string;
    name: string | null;
    functions: string[];
    attributes: AttributesJson;
    area_m2: number | null;
    geom: Geometry;
    origin: OriginJson | null;
  };
  staged_sites: {
    import: number;
    number: number;
    key: string;
    name: string;
    capacity_dwellings: number;
    owner: string | null;
    area_m2: number;
    geom: Geometry;
  };
};
