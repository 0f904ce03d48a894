import { describe, expect, test } from 'vitest';
import { AnswerFilter, ClientMessageReader } from '../../../server/database/embedded/messages.ts';

// Bytes written by hand from "Message Formats" in the PostgreSQL documentation.
const STARTUP = Buffer.from([0, 0, 0, 9, 0, 3, 0, 0, 0]);
const TLS_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
const QUERY = Buffer.from([0x51, 0, 0, 0, 7, 0x68, 0x69, 0]);
const SYNC = Buffer.from([0x53, 0, 0, 0, 4]);
const PARSE_COMPLETE = Buffer.from([0x31, 0, 0, 0, 4]);
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);
const ERROR = Buffer.from([0x45, 0, 0, 0, 8, 0x43, 0x31, 0, 0]);

describe('messages of a client', () => {
  test('are whole, in whatever pieces they arrive', () => {
    const all = Buffer.concat([TLS_REQUEST, STARTUP, QUERY, SYNC]);
    for (let size = 1; size <= all.length; size++) {
      const reader = new ClientMessageReader();
      const types: string[] = [];
      for (let at = 0; at < all.length; at += size) {
        types.push(...reader.push(all.subarray(at, at + size)).map(({ type }) => type));
      }
      expect(types).toEqual(['tls-request', 'startup', 'Q', 'S']);
    }
  });

  test('that are not the protocol are refused', () => {
    expect(() => new ClientMessageReader().push(Buffer.from('GET / HTTP/1.1\r\n'))).toThrow();
    expect(() => new ClientMessageReader().push(Buffer.from([0, 0, 0, 2, 0, 0]))).toThrow();
  });
});

describe('answers to a client', () => {
  test('end with one ReadyForQuery, even when the database sends one in between', () => {
    const all = Buffer.concat([PARSE_COMPLETE, ERROR, READY, READY]);
    for (let size = 1; size <= all.length; size++) {
      const filter = new AnswerFilter();
      const sent: Buffer[] = [];
      for (let at = 0; at < all.length; at += size) sent.push(...filter.push(all.subarray(at, at + size)));
      expect(Buffer.concat(sent)).toEqual(Buffer.concat([PARSE_COMPLETE, ERROR]));
      expect(filter.takeReady()).toEqual(READY);
      expect(filter.takeReady()).toBeNull();
    }
  });
});
