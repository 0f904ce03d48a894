-- Where an import lands before it is accepted or refused whole. Rows belong to one staged dataset; what a killed
-- import left behind is swept by the next one. Unlogged: nothing here outlives a crash, and nothing needs to.
-- Geometry is already repaired and transformed, so that accepting is moving rows in one short transaction.

-- One staged dataset of an import.
create table imports (
  id integer generated always as identity primary key,
  kind text not null,
  started_at timestamptz not null default now(),
  -- Touched while it works, so that a sweep tells a live import from a dead one.
  heartbeat_at timestamptz not null default now()
);

create unlogged table staged_areas (
  import integer not null,
  -- Feature number in the file, counted from 1.
  number integer not null,
  code text not null,
  name text not null,
  parent_code text,
  parent_name text,
  area_m2 double precision not null,
  lon double precision not null,
  lat double precision not null,
  geom geometry(MultiPolygon, 4326) not null,
  geom_3857 geometry(MultiPolygon, 3857) not null,
  primary key (import, number)
);
create index staged_areas_geom on staged_areas using gist (geom);

create unlogged table staged_area_shapes (
  import integer not null,
  number integer not null,
  band smallint not null,
  geom_3857 geometry(MultiPolygon, 3857) not null,
  primary key (import, number, band)
);

create unlogged table staged_facilities (
  import integer not null,
  number integer not null,
  key text not null,
  name text,
  functions text[] not null,
  attributes jsonb not null,
  area_m2 double precision,
  geom geometry(Geometry, 4326) not null,
  primary key (import, number)
);

create unlogged table staged_network_edges (
  import integer not null,
  number integer not null,
  from_node integer not null,
  to_node integer not null,
  length_m double precision not null,
  kind text not null,
  geom geometry(LineString, 4326) not null,
  primary key (import, number)
);

create unlogged table staged_sites (
  import integer not null,
  number integer not null,
  key text not null,
  name text not null,
  capacity_dwellings integer not null,
  owner text,
  area_m2 double precision not null,
  geom geometry(MultiPolygon, 4326) not null,
  primary key (import, number)
);
