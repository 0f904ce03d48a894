-- Corrections of places: a log to which rows are only added. Each change is a dataset version of kind `corrections`
-- that points to the one before it, so that a release names exactly the corrections it shows, and rolling back is
-- choosing an older release.
alter table dataset_versions drop constraint dataset_versions_kind_check;
alter table dataset_versions add constraint dataset_versions_kind_check
  check (kind in ('areas', 'values', 'facilities', 'network', 'sites', 'corrections'));

-- What the publisher needs to take a correction over, such as the element and its tags of OpenStreetMap.
alter table facilities add column origin jsonb;
alter table staged_facilities add column origin jsonb;

create table facility_changes (
  version integer primary key references dataset_versions,
  region text not null references regions,
  parent integer references facility_changes,
  action text not null check (action in ('add', 'change', 'close', 'merge', 'distinct', 'undo')),
  author text not null,
  reason text not null,
  undoes integer references facility_changes,
  made_at timestamptz not null default now(),
  check ((action = 'undo') = (undoes is not null))
);

-- What a change does to one place. `delta` is this change alone and `patch` all corrections of the place so far, both
-- by field: { "name": { "original": …, "to": … } }. The other columns say the patch in the types of `facilities`.
create table facility_corrections (
  id integer generated always as identity primary key,
  version integer not null references facility_changes,
  source text not null,
  key text not null,
  delta jsonb not null,
  patch jsonb not null,
  attributes jsonb not null,
  hidden boolean not null,
  geom geometry(Geometry, 4326),
  unique (version, source, key)
);
