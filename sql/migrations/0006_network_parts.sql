-- A walking network is one compact column of bytes in rows of at most a megabyte, not a row an edge: a million edges
-- are written in a second instead of minutes, and are always read whole. Networks of before are imported again.
create table network_parts (
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
    execute format('create table %I partition of network_parts for values in (%L)',
      'network_parts_of_' || replace(known, '-', '_'), known);
  end loop;
end $$;

drop table staged_network_edges;
drop table network_edges;

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
  foreach parent in array array['areas', 'area_shapes', 'observations', 'facilities', 'network_parts', 'sites'] loop
    execute format('create table %I partition of %I for values in (%L)',
      parent || '_of_' || replace(region_id, '-', '_'), parent, region_id);
  end loop;
end $$;
