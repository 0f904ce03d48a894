import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { datasetHash } from './hash.ts';
import { NO_DIMENSIONS, type PreparedDataset } from './run-context.ts';

/** Bytes of one row: few enough that on PGlite, which runs one statement at a time, readers get their turn. */
const PART_BYTES = 2 ** 20;

type Whole = Pick<PreparedDataset, 'itemKey' | 'rowCount' | 'source' | 'report'> & {
  kind: 'network' | 'homes';
  bytes: Uint8Array;
};

/** A dataset that is one piece of bytes, always read whole (`readBytes`), in rows of at most a megabyte. */
export function preparedWhole(region: string, { bytes, ...told }: Whole): PreparedDataset {
  const { kind, itemKey, rowCount, source } = told;
  const digest = createHash('sha256').update(bytes).digest('hex');
  return {
    ...NO_DIMENSIONS,
    ...told,
    hash: datasetHash(region, itemKey, source, [digest]),
    staged: null,
    async write(trx, of, version) {
      for (let part = 0; part * PART_BYTES < bytes.length; part++) {
        const piece = Buffer.from(bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES));
        await sql`
          insert into ${sql.table(`${kind}_parts`)} (region, version, part, bytes)
          values (${of}, ${version}, ${part}, ${piece})`.execute(trx);
      }
      return rowCount;
    },
  };
}
