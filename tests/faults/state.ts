import { sql } from 'kysely';
import type { Database } from '../../server/database/types.ts';

/** What a reader would see: the current release, and which of its datasets do not have all their rows. */
export type State = { current: string | null; releases: number; broken: string[] };

export async function readState({ kysely }: Database): Promise<State> {
  const heads = await sql<{ current: string | null; releases: number }>`
    select (select r.hash from current_release c join releases r on r.id = c.release) as current,
      (select count(*)::int from releases) as releases`.execute(kysely);
  const broken = await sql<{ key: string }>`
    select i.item_key as key
    from release_items i
    join dataset_versions d on d.id = i.dataset_version
    where d.row_count <> case d.kind
        when 'areas' then (select count(*) from areas a where a.region = d.region and a.version = d.id)
        when 'values' then (select count(*) from observations o where o.region = d.region and o.version = d.id)
        else (select count(*) from facilities f where f.region = d.region and f.version = d.id) end
      or (d.kind = 'areas' and d.row_count * 4 <>
        (select count(*) from area_shapes s where s.region = d.region and s.version = d.id))
    order by 1`.execute(kysely);
  const head = heads.rows[0] as { current: string | null; releases: number };
  return { ...head, broken: broken.rows.map(({ key }) => key) };
}
