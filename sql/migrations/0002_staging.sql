-- Where an import lands before it is accepted or refused whole. Rows belong to one import; what a killed import
-- left behind is swept by the next one. Unlogged: nothing here outlives a crash, and nothing needs to.

create table imports (
  id integer generated always as identity primary key,
  kind text not null,
  started_at timestamptz not null default now(),
  -- Touched while it works, so that a sweep tells a live import from a dead one.
  heartbeat_at timestamptz not null default now()
);

create unlogged table staged_areas (
  import integer not null,
  number integer not null,
  code text,
  name text,
  parent_code text,
  parent_name text,
  geom geometry(Geometry)
);
create index staged_areas_import on staged_areas (import, number);
create index staged_areas_geom on staged_areas using gist (geom);

create unlogged table staged_facilities (
  import integer not null,
  number integer not null,
  key text,
  name text,
  functions text[] not null,
  attributes jsonb not null,
  geom geometry(Geometry)
);
create index staged_facilities_import on staged_facilities (import, number);
