import { sql } from 'kysely';
import {
  activeChanges,
  type CorrectionAction,
  type FieldState,
  type FieldValue,
  fieldOf,
  fieldState,
  type Patch,
} from '../../core/facilities/correction.ts';
import type { Database } from '../database/types.ts';
import { changeChain } from '../releases/corrected-facilities.ts';
import { ADDED_SOURCE, correctionsItem } from '../releases/select.ts';
import type { Release } from '../releases/types.ts';
import { type CorrectedPlace, readPlaces } from './place.ts';

/** A corrected field of one place: what the source said, what is said now, and what the source says today. */
export type ListedField = {
  field: string;
  original: FieldValue;
  to: FieldValue;
  now: FieldValue;
  state: FieldState;
};

export type ListedPlace = {
  facility: string;
  name: string | null;
  fields: readonly ListedField[];
  /** `gone`: the source has it no longer, so that nothing is shown; `target-gone`: it was merged into one that is not shown. */
  lost: 'gone' | 'target-gone' | null;
};

export type ListedChange = {
  change: number;
  action: CorrectionAction;
  author: string;
  reason: string;
  madeAt: string;
  undoes: number | null;
  /** False once it is undone. */
  holds: boolean;
  places: readonly ListedPlace[];
};

/** Every correction that a release shows, newest first; of one place where it is named. */
export async function listCorrections(
  database: Database,
  release: Release,
  region: string,
  facility?: string,
): Promise<ListedChange[]> {
  const item = correctionsItem(release, region);
  if (item === null) return [];
  const { rows } = await sql<ChangeRow>`
    ${changeChain(item.datasetVersion)}
    select g.version, g.action, g.author, g.reason, g.made_at, g.undoes, c.source, c.key, c.delta
    from facility_changes g
    join chain on chain.version = g.version
    join facility_corrections c on c.version = g.version
    order by g.version desc, c.id`.execute(database.kysely);
  const active = activeChanges(
    [...new Map(rows.map(({ version, undoes }) => [version, { version, undoes }])).values()].reverse(),
  );
  const touched = [...new Set(rows.map(idOf))];
  const places = await readPlaces(database, release, region, touched);
  const targets = await readPlaces(
    database,
    release,
    region,
    [...places.values()].flatMap(({ patch }) => (patch.mergedInto?.to as string | null) ?? []),
  );
  const changes = Map.groupBy(rows, row => row.version);
  return [...changes].flatMap(([version, group]) => {
    if (facility !== undefined && !group.some(row => idOf(row) === facility)) return [];
    const [first] = group as [ChangeRow];
    return [
      {
        change: version,
        action: first.action,
        author: first.author,
        reason: first.reason,
        madeAt: first.made_at.toISOString(),
        undoes: first.undoes,
        holds: active.has(version),
        places: group.map(row => listedPlace(row, places.get(idOf(row)), targets)),
      },
    ];
  });
}

type ChangeRow = {
  version: number;
  action: CorrectionAction;
  author: string;
  reason: string;
  made_at: Date;
  undoes: number | null;
  source: string;
  key: string;
  delta: Patch;
};

const idOf = ({ source, key }: { source: string; key: string }) => `${source}/${key}`;

function listedPlace(
  row: ChangeRow,
  place: CorrectedPlace | undefined,
  targets: ReadonlyMap<string, CorrectedPlace>,
): ListedPlace {
  const original = place?.original ?? null;
  const fields = Object.entries(row.delta).map(([field, change]): ListedField => {
    const now = original === null ? null : fieldOf(original, field);
    // What was added by hand has no source that could say something else.
    const state = original === null ? 'applied' : fieldState(change, now);
    return { field, ...change, now, state };
  });
  const target = place?.patch.mergedInto?.to;
  const gone = original === null && row.source !== ADDED_SOURCE;
  const targetGone = typeof target === 'string' && targets.get(target)?.served == null;
  const name = place?.served?.name ?? original?.name ?? (place?.patch.name?.to as string | undefined) ?? null;
  return { facility: idOf(row), name, fields, lost: gone ? 'gone' : targetGone ? 'target-gone' : null };
}
