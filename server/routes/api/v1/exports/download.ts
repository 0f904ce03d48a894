import type { FastifyReply } from 'fastify';
import { attachment } from '../../../../encoded.ts';
import type { Exported } from '../../../../writers/exported.ts';

/** A whole region over a slow line takes its time. */
export const DOWNLOAD_TIMEOUT_MS = 60 * 60_000;

export function sendFile(reply: FastifyReply, { contentType, fileName, stream }: Exported) {
  return reply.type(contentType).header('content-disposition', attachment(fileName)).send(stream);
}
