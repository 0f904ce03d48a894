import { MAX_RECORD_BYTES, tooLarge } from './limits.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const EMPTY = Buffer.alloc(0);

/** Where a JSON value stood in its file. */
export type JsonSlice = { bytes: Buffer; offset: number };

/**
 * Walks JSON text that arrives in chunks, one value at a time, without parsing it: finds where a value ends by
 * counting brackets outside strings. The caller gives each slice to JSON.parse, which judges what is inside.
 */
export class JsonCursor {
  readonly #chunks: AsyncIterator<Buffer>;
  readonly #name: string;
  #buffer: Buffer = EMPTY;
  #position = 0;
  /** Offset in the file of the first byte of the buffer. */
  #base = 0;
  #ended = false;

  constructor(chunks: AsyncIterable<Buffer>, name: string) {
    this.#chunks = chunks[Symbol.asyncIterator]();
    this.#name = name;
  }

  /** Offset in the file of the next byte; at the end of the text, the bytes in all. */
  get offset(): number {
    return this.#base + this.#position;
  }

  /** The next byte that is not blank, without taking it; -1 at the end. */
  async peek(): Promise<number> {
    for (;;) {
      while (this.#position < this.#buffer.length) {
        const byte = this.#buffer[this.#position]!;
        if (!isBlank(byte)) return byte;
        this.#position++;
      }
      if (!(await this.#fill())) return -1;
    }
  }

  /** Takes the byte that `peek` showed. */
  take(): void {
    this.#position++;
  }

  /** Skips a byte order mark at the start of the text. */
  async skipByteOrderMark(): Promise<void> {
    while (this.#buffer.length < 3) if (!(await this.#fill())) break;
    if (this.#buffer[0] === 0xef && this.#buffer[1] === 0xbb && this.#buffer[2] === 0xbf) this.#position = 3;
  }

  /** The value that starts at the byte `peek` showed; null when the text ends inside it. */
  async value(): Promise<JsonSlice | null> {
    for (;;) {
      let end = valueEnd(this.#buffer, this.#position);
      if (end < 0 && this.#ended && isScalar(this.#buffer[this.#position])) end = this.#buffer.length;
      if (end >= 0) {
        const slice = { bytes: this.#buffer.subarray(this.#position, end), offset: this.offset };
        this.#position = end;
        return slice;
      }
      const waiting = this.#buffer.length - this.#position;
      if (waiting > MAX_RECORD_BYTES) {
        throw tooLarge(
          this.#name,
          'maxRecordBytes',
          waiting,
          MAX_RECORD_BYTES,
          `the value that starts at byte ${this.offset} has no end within ${MAX_RECORD_BYTES} bytes; is a bracket or quote missing there?`,
        );
      }
      if (!(await this.#fill()) && !isScalar(this.#buffer[this.#position])) {
        this.#position = this.#buffer.length;
        return null;
      }
    }
  }

  /** Stops reading: closes the file. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  /**
   * Adds at least as many bytes as are still waiting, so that a value of n bytes is copied and scanned again
   * log n times and not n / chunk times. False at the end of the text.
   */
  async #fill(): Promise<boolean> {
    if (this.#ended) return false;
    const waiting = this.#buffer.subarray(this.#position);
    const parts = waiting.length === 0 ? [] : [waiting];
    let added = 0;
    while (added === 0 || added < waiting.length) {
      const next = await this.#chunks.next();
      if (next.done) {
        this.#ended = true;
        break;
      }
      parts.push(next.value);
      added += next.value.length;
    }
    this.#base += this.#position;
    this.#position = 0;
    this.#buffer = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    return added > 0;
  }
}

/** Blank in JSON, and the record separator (0x1e) that RFC 8142 puts before each line. */
function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x1e;
}

function isScalar(byte: number | undefined): boolean {
  return byte !== undefined && byte !== QUOTE && byte !== 0x7b && byte !== 0x5b;
}

/** Offset just past the value that starts at `start`, or -1 when the buffer ends before that is known. */
function valueEnd(buffer: Buffer, start: number): number {
  const length = buffer.length;
  if (isScalar(buffer[start])) return scalarEnd(buffer, start);
  let depth = 0;
  let index = start;
  while (index < length) {
    const byte = buffer[index++]!;
    if (byte === QUOTE) {
      for (;;) {
        if (index >= length) return -1;
        const inside = buffer[index++]!;
        if (inside === QUOTE) break;
        if (inside === BACKSLASH) index++;
      }
      if (depth === 0) return index;
    } else if (byte === 0x7b || byte === 0x5b) {
      depth++;
    } else if (byte === 0x7d || byte === 0x5d) {
      depth--;
      if (depth === 0) return index;
    }
  }
  return -1;
}

/** A number or word ends before a blank, a comma or a closing bracket; a stray sign is a value of one byte. */
function scalarEnd(buffer: Buffer, start: number): number {
  for (let index = start; index < buffer.length; index++) {
    const byte = buffer[index]!;
    if (isBlank(byte) || byte === 0x2c || byte === 0x5d || byte === 0x7d) return Math.max(index, start + 1);
  }
  return -1;
}
