import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** An answer that was serialised and compressed once and is sent many times. */
export type Encoded = { type: string; gzipped: Buffer };

export async function encode(type: string, body: Uint8Array | string): Promise<Encoded> {
  return { type, gzipped: await pack(body) };
}

export async function encodeJson(body: object): Promise<Encoded> {
  return encode('application/json; charset=utf-8', JSON.stringify(body));
}

/** Sends it as it is kept, or unpacked to the rare client that takes no gzip. */
export async function sendEncoded(
  request: Pick<FastifyRequest, 'headers'>,
  reply: FastifyReply,
  { type, gzipped }: Encoded,
): Promise<FastifyReply> {
  reply.type(type).header('vary', 'accept-encoding');
  const accepted = request.headers['accept-encoding'] ?? '';
  if (/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(accepted)) {
    return reply.header('content-encoding', 'gzip').send(gzipped);
  }
  return reply.send(await unpack(gzipped));
}
