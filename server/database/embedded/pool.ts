import pg from 'pg';
import type { ProblemError } from '../../../core/problem.ts';

type ConnectCallback = Parameters<pg.Pool['connect']>[0];

/** A pool whose connections fail with the reason once the embedded database has stopped by itself. */
export class EmbeddedPool extends pg.Pool {
  private readonly lost: () => ProblemError | null;

  constructor(config: pg.PoolConfig, lost: () => ProblemError | null) {
    super(config);
    this.lost = lost;
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: ConnectCallback): void;
  override connect(callback?: ConnectCallback): Promise<pg.PoolClient> | undefined {
    const lost = this.lost();
    if (!callback) return lost ? Promise.reject(lost) : super.connect();
    if (lost) callback(lost, undefined, () => undefined);
    else super.connect(callback);
    return undefined;
  }
}
