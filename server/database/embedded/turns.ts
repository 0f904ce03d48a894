import type { AnswerFilter, ClientMessage } from './messages.ts';

/** What the turns need of the database: one message in, the answer in pieces, and whether a transaction is open. */
export type Session = {
  run(message: Uint8Array, onAnswer: (piece: Uint8Array) => void): Promise<void>;
  inTransaction(): boolean;
  /** Ends whatever a client that left had begun: a half-told unit, a transaction. */
  reset(): Promise<void>;
};

/** One client of the session: where its answers go and the messages it has sent that are still to be run. */
export type Client = {
  send(bytes: Uint8Array): void;
  /** Called when the client has kept a transaction open without a word for too long. */
  disconnect(): void;
  waiting: ClientMessage[];
  answers: AnswerFilter;
  gone: boolean;
};

/** Messages after which a client waits for an answer: Query, Sync, Flush, FunctionCall. */
const ENDS_UNIT = new Set(['Q', 'S', 'H', 'F']);

/**
 * Lets many clients share one database session. A client has the session from the first message of a unit (up to
 * a Query or Sync) until it is answered, and for as long as its transaction is open; nobody's Bind can then meet
 * another one's Parse. Clients take turns, so that none waits for a busy one forever.
 */
export class Turns {
  private readonly session: Session;
  private readonly idleInTransactionMs: number;
  private queue: Client[] = [];
  private owner: Client | null = null;
  private running = false;
  private idleTimer: NodeJS.Timeout | undefined;
  private readonly onFailure: (error: unknown) => void;

  constructor(session: Session, idleInTransactionMs: number, onFailure: (error: unknown) => void) {
    this.session = session;
    this.idleInTransactionMs = idleInTransactionMs;
    this.onFailure = onFailure;
  }

  add(client: Client, message: ClientMessage): void {
    client.waiting.push(message);
    if (!ENDS_UNIT.has(message.type)) return;
    if (client !== this.owner && !this.queue.includes(client)) this.queue.push(client);
    this.start();
  }

  /** Forgets a client; what it had begun and not committed is rolled back. */
  leave(client: Client): void {
    client.gone = true;
    client.waiting = [];
    this.queue = this.queue.filter(other => other !== client);
    this.start();
  }

  private start(): void {
    if (this.running) return;
    this.running = true;
    this.work()
      .catch(this.onFailure)
      .finally(() => {
        this.running = false;
      });
  }

  private async work(): Promise<void> {
    for (;;) {
      if (this.owner?.gone) {
        await this.session.reset();
        this.release();
      }
      const client: Client | undefined = this.owner ?? this.queue.shift();
      if (!client) return;
      if (!client.waiting.some(message => ENDS_UNIT.has(message.type))) return this.watchIdleOwner();
      this.owner = client;
      const last = await this.runUnit(client);
      if (last === 'H' || this.session.inTransaction()) continue;
      this.release();
      if (client.waiting.some(message => ENDS_UNIT.has(message.type))) this.queue.push(client);
    }
  }

  private async runUnit(client: Client): Promise<string> {
    let type = '';
    this.stopIdleTimer();
    while (client.waiting.length > 0 && !ENDS_UNIT.has(type)) {
      const message = client.waiting.shift()!;
      type = message.type;
      await this.session.run(message.bytes, piece => {
        for (const part of client.answers.push(Buffer.from(piece))) client.send(part);
      });
    }
    const ready = client.answers.takeReady();
    if (ready && type !== 'H') client.send(ready);
    return type;
  }

  private release(): void {
    this.owner = null;
    this.stopIdleTimer();
  }

  private watchIdleOwner(): void {
    const owner = this.owner;
    this.idleTimer ??= setTimeout(() => owner?.disconnect(), this.idleInTransactionMs).unref();
  }

  private stopIdleTimer(): void {
    clearTimeout(this.idleTimer);
    this.idleTimer = undefined;
  }
}
