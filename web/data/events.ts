import { type ProblemCode, ProblemError } from '../../core/problem.ts';
import { apiUrl, send } from './http.ts';

/** An event of an answer that comes in parts, by its name. */
export type Told = { name: string; data: Record<string, unknown> };

export type EventListener = {
  /** The event after which nothing comes; an answer that ends before it broke off. */
  last: string;
  told: (event: Told) => void;
  failed: (error: unknown) => void;
};

/** Something that the server works on, telling how far it is; answers what ends it, here and there. */
export function askInEvents(
  path: string,
  body: object | Blob,
  { last, told, failed }: EventListener,
): () => void {
  const control = new AbortController();
  const run = async () => {
    const isFile = body instanceof Blob;
    const response = await send(apiUrl(path), {
      method: 'POST',
      headers: {
        'content-type': isFile ? 'application/octet-stream' : 'application/json',
        accept: 'text/event-stream',
      },
      body: isFile ? body : JSON.stringify(body),
      signal: control.signal,
    });
    let isDone = false;
    for await (const event of eventsOf(response.body!)) {
      isDone = event.name === last;
      if (event.name === 'problem') throw problemIn(event.data);
      told(event);
    }
    if (!isDone) throw new ProblemError('unavailable', 'The server broke off before its answer');
  };
  run().catch((error: unknown) => {
    if (control.signal.aborted) return;
    // A stream that breaks off is a network that went away.
    failed(error instanceof ProblemError ? error : new ProblemError('unavailable', String(error), {}, error));
  });
  return () => control.abort();
}

function problemIn(data: Record<string, unknown>): ProblemError {
  const { type, detail } = data as { type: string; detail: string };
  return new ProblemError((type.split('/').pop() || 'internal') as ProblemCode, detail, data);
}

/** Server-sent events of an answer, one after the other. */
async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Told> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    text += decoder.decode(value, { stream: true });
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) {
      const [, name, data] = /^event: (\w+)\ndata: (.*)$/m.exec(part) ?? [];
      if (name !== undefined && data !== undefined) yield { name, data: JSON.parse(data) };
    }
  }
}
