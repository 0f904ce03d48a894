/** One message of the PostgreSQL protocol as a client sends it; the first of a connection has no type byte. */
export type ClientMessage = { type: 'startup' | 'tls-request' | 'cancel' | string; bytes: Uint8Array };

const PROTOCOL_3 = 3;
const CANCEL_REQUEST = 80877102;
const TLS_REQUEST = 80877103;
const GSS_REQUEST = 80877104;
/** PostgreSQL's own limit on one message. */
const MAX_MESSAGE_BYTES = 0x3fffffff;

/** Cuts what arrives on a socket into whole messages, whatever the pieces it arrives in. */
export class ClientMessageReader {
  private pieces: Buffer[] = [];
  private length = 0;
  private started = false;

  /** @throws Error when the bytes are not the PostgreSQL protocol. */
  push(piece: Buffer): ClientMessage[] {
    this.pieces.push(piece);
    this.length += piece.length;
    const messages: ClientMessage[] = [];
    for (let message = this.next(); message; message = this.next()) messages.push(message);
    return messages;
  }

  private next(): ClientMessage | null {
    const prefix = this.started ? 1 : 0;
    if (this.length < prefix + 4) return null;
    const head = this.peek(prefix + 4);
    const size = prefix + head.readInt32BE(prefix);
    if (size < prefix + 4 || size > MAX_MESSAGE_BYTES) throw new Error(`a message of ${size} bytes`);
    if (this.length < size) return null;
    const bytes = this.take(size);
    if (this.started) return { type: String.fromCharCode(bytes[0]!), bytes };
    return this.first(bytes);
  }

  private first(bytes: Buffer): ClientMessage {
    const code = bytes.length >= 8 ? bytes.readInt32BE(4) : 0;
    if (code === TLS_REQUEST || code === GSS_REQUEST) return { type: 'tls-request', bytes };
    if (code === CANCEL_REQUEST) return { type: 'cancel', bytes };
    if (code >>> 16 !== PROTOCOL_3) throw new Error(`protocol version ${code}`);
    this.started = true;
    return { type: 'startup', bytes };
  }

  private peek(count: number): Buffer {
    if (this.pieces[0]!.length < count) this.pieces = [Buffer.concat(this.pieces)];
    return this.pieces[0]!;
  }

  private take(count: number): Buffer {
    const all = this.pieces.length === 1 ? this.pieces[0]! : Buffer.concat(this.pieces);
    const rest = all.subarray(count);
    this.pieces = rest.length > 0 ? [rest] : [];
    this.length = rest.length;
    return all.subarray(0, count);
  }
}

const READY_FOR_QUERY = 'Z'.charCodeAt(0);
const HEADER_BYTES = 5;
const READY_BYTES = 6;

/**
 * Passes a server's answer on, but keeps every ReadyForQuery back: PGlite sends one after an error and a second
 * one for the Sync that follows, and a client takes the second for the end of its next query.
 */
export class AnswerFilter {
  private ready: Buffer | null = null;
  private held: Buffer = Buffer.alloc(0);
  /** Bytes of a message already begun that are still to come. */
  private passing = 0;

  /** Gives what may be sent now. */
  push(piece: Buffer): Buffer[] {
    const bytes = this.held.length > 0 ? Buffer.concat([this.held, piece]) : piece;
    const out: Buffer[] = [];
    let start = 0;
    let position = 0;
    for (;;) {
      const passed = Math.min(this.passing, bytes.length - position);
      this.passing -= passed;
      position += passed;
      if (bytes.length - position < HEADER_BYTES) break;
      if (bytes[position] !== READY_FOR_QUERY) {
        this.passing = 1 + bytes.readInt32BE(position + 1);
        continue;
      }
      if (bytes.length - position < READY_BYTES) break;
      if (position > start) out.push(bytes.subarray(start, position));
      this.ready = Buffer.from(bytes.subarray(position, position + READY_BYTES));
      position += READY_BYTES;
      start = position;
    }
    if (position > start) out.push(bytes.subarray(start, position));
    this.held = Buffer.from(bytes.subarray(position));
    return out;
  }

  /** The last ReadyForQuery that was kept back, or null when there was none; it is given once. */
  takeReady(): Buffer | null {
    const ready = this.ready;
    this.ready = null;
    return ready;
  }
}
