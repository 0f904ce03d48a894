import type { Kysely } from 'kysely';
import type { Indicator } from '../../core/areas/indicator.ts';
import type { DB } from './schema.ts';

/**
 * Makes the `indicators` table equal to the product's definitions, writing only what differs. A definition that is
 * no longer in the product stays where stored values name it.
 */
export async function syncIndicators(kysely: Kysely<DB>, definitions: readonly Indicator[]): Promise<void> {
  const rows = await kysely.selectFrom('indicators').select(['id', 'definition']).execute();
  const stored = new Map(rows.map(row => [row.id, canonical(row.definition)]));
  const changed = definitions.filter(indicator => stored.get(indicator.id) !== canonical(indicator));
  const known = new Set(definitions.map(indicator => indicator.id));
  const gone = rows.map(row => row.id).filter(id => !known.has(id));
  if (changed.length > 0) {
    await kysely
      .insertInto('indicators')
      .values(
        changed.map(indicator => ({
          id: indicator.id,
          disclosure_threshold: indicator.disclosureThreshold,
          definition: JSON.stringify(indicator),
        })),
      )
      .onConflict(conflict =>
        conflict.column('id').doUpdateSet(row => ({
          disclosure_threshold: row.ref('excluded.disclosure_threshold'),
          definition: row.ref('excluded.definition'),
        })),
      )
      .execute();
  }
  if (gone.length > 0) {
    await kysely
      .deleteFrom('indicators')
      .where('id', 'in', gone)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('dataset_versions')
              .select('dataset_versions.id')
              .whereRef('dataset_versions.indicator', '=', 'indicators.id'),
          ),
        ),
      )
      .execute();
  }
}

/** JSON with its keys in order, because jsonb keeps no order of its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
