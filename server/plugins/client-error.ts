import type { Socket } from 'node:net';
import type { ConnectionError } from 'fastify';
import { problemDocument } from './problem-document.ts';

const STATUS_TEXTS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/** Answers a request that is no HTTP, too slow, or has too many headers, with a problem document; then hangs up. */
export function refuseClient(error: ConnectionError, socket: Socket): void {
  // A client that went away reads no answer.
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, detail] = answerTo(error.code);
  const body = JSON.stringify(problemDocument('bad-input', detail, '/', {}, status));
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_TEXTS[status]}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

function answerTo(code: string | undefined): [status: number, detail: string] {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return [408, 'The request took too long to arrive'];
  if (code === 'HPE_HEADER_OVERFLOW')
    return [431, 'The headers are too large; 16 kB is the most, cookies and address included'];
  return [400, 'The request is not HTTP that can be read'];
}
