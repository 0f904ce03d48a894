-- Releases: an immutable manifest of dataset versions. Importing adds one version and one manifest that points
-- to it and to everything else unchanged; no row is ever copied or updated.

create table regions (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,30}$'),
  title text not null,
  synthetic boolean not null default false,
  created_at timestamptz not null default now()
);

-- The product's own definitions (data/indicators.ts), written at every start; the views below need the threshold.
create table indicators (
  id text primary key,
  disclosure_threshold integer not null check (disclosure_threshold >= 0),
  definition jsonb not null
);

create table dataset_versions (
  id integer generated always as identity primary key,
  region text not null references regions,
  kind text not null check (kind in ('areas', 'values', 'facilities', 'network', 'sites')),
  -- What it is within its region, e.g. areas/sector/2024, values/social_share/sector/2024/2023, facilities/osm.
  item_key text not null,
  level text,
  vintage integer,
  parent_level text,
  indicator text references indicators,
  year integer,
  basis text check (basis in ('counts', 'published_ratio')),
  row_count integer not null,
  hash text not null,
  -- { title, publisher, licence, url, fileName, fileHash, note }
  source jsonb not null,
  -- Every finding of the checks: [{ severity, check, feature, value, message }]
  report jsonb not null,
  created_at timestamptz not null default now(),
  check (kind <> 'areas' or (level is not null and vintage is not null)),
  check (kind <> 'values' or (level is not null and vintage is not null and indicator is not null and year is not null and basis is not null))
);

create table releases (
  id integer generated always as identity primary key,
  -- Content hash of the manifest: the name of the release everywhere outside the database.
  hash text not null unique,
  parent integer references releases,
  message text not null,
  created_at timestamptz not null default now()
);

create table release_items (
  release integer not null references releases on delete cascade,
  region text not null references regions,
  item_key text not null,
  dataset_version integer not null references dataset_versions,
  primary key (release, region, item_key)
);

-- One row: the release that is served. Rolling back is pointing it at an older one.
create table current_release (
  singleton boolean primary key default true check (singleton),
  release integer not null references releases
);

create table areas (
  region text not null,
  version integer not null,
  idx integer not null,
  code text not null,
  name text not null,
  parent_code text,
  area_m2 double precision not null,
  lon double precision not null,
  lat double precision not null,
  geom geometry(MultiPolygon, 4326) not null,
  geom_3857 geometry(MultiPolygon, 3857) not null,
  primary key (region, version, idx),
  unique (region, version, code)
) partition by list (region);
create index areas_geom on areas using gist (geom);

-- Simplified geometry per zoom band with shared borders kept shared; band 0 is the coarsest.
create table area_shapes (
  region text not null,
  version integer not null,
  band smallint not null,
  idx integer not null,
  geom_3857 geometry(MultiPolygon, 3857) not null,
  primary key (region, version, band, idx)
) partition by list (region);
create index area_shapes_geom on area_shapes using gist (geom_3857);

create table observations (
  region text not null,
  version integer not null,
  code text not null,
  -- '' is the whole; otherwise dimension=label, e.g. age=0-2.
  category text not null default '',
  -- Neither NaN nor infinity, which PostgreSQL orders above every number.
  numerator double precision check (numerator >= 0 and numerator < 'infinity'),
  denominator double precision check (denominator >= 0 and denominator < 'infinity'),
  value double precision check (value > '-infinity' and value < 'infinity'),
  status text not null check (status in ('ok', 'missing', 'suppressed', 'notApplicable', 'notCovered')),
  primary key (region, version, code, category)
) partition by list (region);

create table facilities (
  region text not null,
  version integer not null,
  idx integer not null,
  key text not null,
  name text,
  functions text[] not null,
  attributes jsonb not null default '{}',
  area_m2 double precision,
  geom geometry(Geometry, 4326) not null,
  primary key (region, version, idx),
  unique (region, version, key)
) partition by list (region);
create index facilities_geom on facilities using gist (geom);

create table network_edges (
  region text not null,
  version integer not null,
  idx integer not null,
  from_node integer not null,
  to_node integer not null,
  length_m double precision not null check (length_m >= 0),
  kind text not null,
  geom geometry(LineString, 4326) not null,
  primary key (region, version, idx)
) partition by list (region);

create table sites (
  region text not null,
  version integer not null,
  idx integer not null,
  key text not null,
  name text not null,
  capacity_dwellings integer not null check (capacity_dwellings >= 0),
  owner text,
  area_m2 double precision not null,
  geom geometry(MultiPolygon, 4326) not null,
  primary key (region, version, idx),
  unique (region, version, key)
) partition by list (region);

create table scenarios (
  -- 128 random bits, base64url: unguessable, and there is no public list.
  id text primary key,
  secret_hash text not null,
  title text not null,
  document jsonb not null,
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- Every large table has one partition a region, so that regions can be dropped, moved and distributed whole.
create function ensure_region(region_id text, region_title text, region_synthetic boolean) returns void
language plpgsql as $$
declare
  parent text;
begin
  insert into regions (id, title, synthetic) values (region_id, region_title, region_synthetic)
    on conflict (id) do nothing;
  foreach parent in array array['areas', 'area_shapes', 'observations', 'facilities', 'network_edges', 'sites'] loop
    execute format('create table if not exists %I partition of %I for values in (%L)',
      parent || '_' || replace(region_id, '-', '_'), parent, region_id);
  end loop;
end $$;

-- The one door to values: tiles, API, exports, sorts and counts read this view and never the table behind it.
-- Primary suppression: a cell on fewer cases than its indicator's threshold shows nothing, its parts neither.
create view protected_observations as
select
  o.region, o.version, o.code, o.category,
  case when h.hidden then null else o.numerator end as numerator,
  case when h.hidden then null else o.denominator end as denominator,
  case when h.hidden then null else o.value end as value,
  case when h.hidden then 'suppressed' else o.status end as status
from observations o
join dataset_versions d on d.id = o.version
join indicators i on i.id = d.indicator
cross join lateral (
  select coalesce(
    o.status = 'ok'
      and coalesce(o.denominator, o.numerator) > 0
      and coalesce(o.denominator, o.numerator) < i.disclosure_threshold,
    false) as hidden
) h;
