import { randomBytes } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import {
  activeChanges,
  type Change,
  foldPatch,
  hides,
  type Patch,
} from '../../core/facilities/correction.ts';
import { ProblemError } from '../../core/problem.ts';
import type { DB } from '../database/schema.ts';
import type { Database } from '../database/types.ts';
import { addRelease } from '../imports/accept.ts';
import { hashTexts, manifestHash } from '../imports/hash.ts';
import { type ManifestItem, readCurrentManifest } from '../imports/manifest.ts';
import { forgetCurrent, requestedRelease } from '../releases/catalogue.ts';
import { changeChain } from '../releases/corrected-facilities.ts';
import { ADDED_SOURCE, correctionsItem, regionOf } from '../releases/select.ts';
import type { CorrectionsItem, DatasetSource, Release } from '../releases/types.ts';
import { type PlannedDelta, planCorrection } from './plan.ts';
import type { CorrectionRequest, CorrectionResult } from './types.ts';

const ITEM_KEY = 'corrections';
const TRIES = 4;

const SOURCE: DatasetSource = {
  title: 'Correcties van plaatsen',
  publisher: null,
  licence: null,
  url: null,
  fileName: null,
  fileHash: null,
  note: null,
};

/**
 * Adds a correction and a release that shows it, in one transaction; what was there before stays in its own release.
 * When the current release changed while it was planned it is planned again.
 * @throws ProblemError `bad-parameter`, `not-found`, and `conflict` for an undo of what is undone or others at work.
 */
export async function recordCorrection(
  database: Database,
  regionId: string | undefined,
  request: CorrectionRequest,
): Promise<CorrectionResult> {
  for (const [what, text] of [
    ['author', request.author],
    ['reason', request.reason],
  ]) {
    if (text!.trim() === '')
      throw new ProblemError('bad-parameter', `Say in "${what}" who corrects, and why`);
  }
  for (let turn = 0; turn < TRIES; turn++) {
    forgetCurrent(database);
    const release = await requestedRelease(database);
    const region = regionOf(release, regionId).id;
    const base = correctionsItem(release, region);
    const history = await readHistory(database, base);
    const planned =
      request.action === 'undo'
        ? planUndo(history, request.change)
        : await planCorrection({ database, release, region }, request, randomBytes(6).toString('hex'));
    const result = await write(database, { release, region, base, history, planned, request });
    if (result === null) continue;
    forgetCurrent(database);
    return result;
  }
  throw new ProblemError('conflict', 'Others changed the data at the same time: try again');
}

type Row = Change & { source: string; key: string; delta: Patch };
type History = { changes: Change[]; rows: Row[] };

async function readHistory(database: Database, base: CorrectionsItem | null): Promise<History> {
  if (base === null) return { changes: [], rows: [] };
  const changes = await sql<Change>`
    ${changeChain(base.datasetVersion)}
    select g.version, g.undoes from facility_changes g join chain on chain.version = g.version
    order by g.version`.execute(database.kysely);
  const rows = await sql<Row>`
    ${changeChain(base.datasetVersion)}
    select c.version, g.undoes, c.source, c.key, c.delta
    from facility_corrections c
    join chain on chain.version = c.version
    join facility_changes g on g.version = c.version
    order by c.version`.execute(database.kysely);
  return { changes: changes.rows, rows: rows.rows };
}

function planUndo({ changes, rows }: History, change: number): PlannedDelta[] {
  const found = changes.find(({ version }) => version === change);
  if (found === undefined) {
    throw new ProblemError(
      'not-found',
      `There is no correction ${change} here; the list of corrections has them`,
    );
  }
  if (!activeChanges(changes).has(change)) {
    throw new ProblemError('conflict', `Correction ${change} is undone already`);
  }
  return rows
    .filter(({ version }) => version === change)
    .map(({ source, key }) => ({ source, key, delta: {} }));
}

type Writing = {
  release: Release;
  region: string;
  base: CorrectionsItem | null;
  history: History;
  planned: readonly PlannedDelta[];
  request: CorrectionRequest;
};

/** Null when another release is current than the one it was planned on. */
async function write(database: Database, writing: Writing): Promise<CorrectionResult | null> {
  const { release, region, base, history, planned, request } = writing;
  return database.kysely.transaction().execute(async trx => {
    await sql`lock table current_release in share row exclusive mode`.execute(trx);
    const current = await readCurrentManifest(trx);
    if (current.hash !== release.hash) return null;
    const undoes = request.action === 'undo' ? request.change : null;
    const version = await addVersion(trx, writing, undoes);
    const active = activeChanges([...history.changes, { version, undoes }]);
    for (const { source, key, delta } of planned) {
      const before = history.rows.filter(row => row.source === source && row.key === key);
      const patch = foldPatch([...before, { version, delta }], active);
      await addCorrection(trx, version, { source, key, delta }, patch);
    }
    const items = current.items.filter(item => item.region !== region || item.key !== ITEM_KEY);
    const item: ManifestItem = {
      region,
      key: ITEM_KEY,
      datasetVersion: version,
      hash: chainHash(writing),
      kind: 'corrections',
      level: null,
      vintage: null,
    };
    const manifest = [...items, item];
    const hash = manifestHash(manifest);
    const facilities = planned.map(({ source, key }) => `${source}/${key}`);
    const message = `${base === null ? 'First correction of places' : 'Correction of places'}: ${request.action} ${facilities.join(', ')}`;
    const id = await addRelease(trx, hash, current.id, message, manifest);
    await sql`
      insert into current_release (singleton, release) values (true, ${id})
      on conflict (singleton) do update set release = excluded.release`.execute(trx);
    return { change: version, release: hash, facilities };
  });
}

/** Each change's hash holds the one before it, so that it stands for all corrections so far. */
function chainHash({ region, base, planned, request }: Writing): string {
  const { action, author, reason } = request;
  const undoes = request.action === 'undo' ? request.change : null;
  return hashTexts([
    base?.hash ?? null,
    region,
    action,
    author,
    reason,
    undoes,
    ...planned.flatMap(({ source, key, delta }) => [source, key, JSON.stringify(delta)]),
  ]);
}

async function addVersion(trx: Transaction<DB>, writing: Writing, undoes: number | null): Promise<number> {
  const { region, base, request, history } = writing;
  const added = await sql<{ id: number }>`
    insert into dataset_versions (region, kind, item_key, row_count, hash, source, report)
    values (${region}, 'corrections', ${ITEM_KEY}, ${history.changes.length + 1}, ${chainHash(writing)},
      ${JSON.stringify(SOURCE)}::jsonb, '[]'::jsonb)
    returning id`.execute(trx);
  const { id } = added.rows[0]!;
  await sql`
    insert into facility_changes (version, region, parent, action, author, reason, undoes)
    values (${id}, ${region}, ${base?.datasetVersion ?? null}, ${request.action}, ${request.author.trim()},
      ${request.reason.trim()}, ${undoes})`.execute(trx);
  return id;
}

async function addCorrection(
  trx: Transaction<DB>,
  version: number,
  { source, key, delta }: PlannedDelta,
  patch: Patch,
): Promise<void> {
  const prefix = 'attributes.';
  const attributes = Object.fromEntries(
    Object.entries(patch)
      .filter(([field]) => field.startsWith(prefix))
      .map(([field, { to }]) => [field.slice(prefix.length), to]),
  );
  const geometry = patch.geometry === undefined ? null : JSON.stringify(patch.geometry.to);
  const hidden = hides(patch) || (source === ADDED_SOURCE && geometry === null);
  await sql`
    insert into facility_corrections (version, source, key, delta, patch, attributes, hidden, geom)
    values (${version}, ${source}, ${key}, ${JSON.stringify(delta)}::jsonb, ${JSON.stringify(patch)}::jsonb,
      ${JSON.stringify(attributes)}::jsonb, ${hidden}, ST_SetSRID(ST_GeomFromGeoJSON(${geometry}::text), 4326))`.execute(
    trx,
  );
}
