import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** An answer that was serialised and compressed once and is sent many times. */
export type Encoded = {
  type: string;
  gzipped: Buffer;
  /** Of an answer that is a file to keep. */
  fileName: string | null;
};

export async function encode(
  type: string,
  body: Uint8Array | string,
  fileName: string | null = null,
): Promise<Encoded> {
  return { type, gzipped: await pack(body), fileName };
}

export const JSON_TYPE = 'application/json; charset=utf-8';

export async function encodeJson(body: object, type = JSON_TYPE): Promise<Encoded> {
  return encode(type, JSON.stringify(body));
}

/** Sends it as it is kept, or unpacked to the rare client that takes no gzip. */
export async function sendEncoded(
  request: Pick<FastifyRequest, 'headers'>,
  reply: FastifyReply,
  { type, gzipped, fileName }: Encoded,
): Promise<FastifyReply> {
  if (fileName !== null) reply.header('content-disposition', attachment(fileName));
  reply.type(type).header('vary', 'accept-encoding');
  const accepted = request.headers['accept-encoding'] ?? '';
  if (/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(accepted)) {
    return reply.header('content-encoding', 'gzip').send(gzipped);
  }
  return reply.send(await unpack(gzipped));
}

/** Content-Disposition of a file to keep: its name for every client, and in full for those that read RFC 8187. */
export function attachment(fileName: string): string {
  const ascii = fileName.normalize('NFD').replace(/[^\w.-]/g, '');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}
