-- Where people live, as a region's data tells it: addresses, residential buildings, a population grid or residential
-- land, each one compact column of bytes in rows of at most a megabyte, always read whole, as a network is.
alter table dataset_versions drop constraint dataset_versions_kind_check;
alter table dataset_versions add constraint dataset_versions_kind_check
  check (kind in ('areas', 'values', 'facilities', 'network', 'sites', 'corrections', 'homes'));

create table homes_parts (
  region text not null,
  version integer not null,
  part integer not null,
  bytes bytea not null,
  primary key (region, version, part)
) partition by list (region);

do $$
declare
  known text;
begin
  for known in select id from regions loop
    execute format('create table %I partition of homes_parts for values in (%L)',
      'homes_parts_of_' || replace(known, '-', '_'), known);
  end loop;
end $$;

create or replace function ensure_region(region_id text, region_title text, region_synthetic boolean) returns void
language plpgsql as $$
declare
  parent text;
begin
  insert into regions (id, title, synthetic) values (region_id, region_title, region_synthetic)
    on conflict (id) do nothing;
  if not found then
    return;
  end if;
  foreach parent in array
    array['areas', 'area_shapes', 'observations', 'facilities', 'network_parts', 'sites', 'homes_parts']
  loop
    execute format('create table %I partition of %I for values in (%L)',
      parent || '_of_' || replace(region_id, '-', '_'), parent, region_id);
  end loop;
end $$;
