-- A region called `geom` or `pkey` would have had partitions named as the indexes of their tables are. New regions get
-- names that nothing else has; a region that is there already has its partitions.
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
  foreach parent in array array['areas', 'area_shapes', 'observations', 'facilities', 'network_edges', 'sites'] loop
    execute format('create table %I partition of %I for values in (%L)',
      parent || '_of_' || replace(region_id, '-', '_'), parent, region_id);
  end loop;
end $$;
