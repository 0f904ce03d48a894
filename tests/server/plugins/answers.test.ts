import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, expect, it } from 'vitest';
import { encodeJson, sendEncoded } from '../../../server/encoded.ts';
import answers from '../../../server/plugins/answers.ts';

let app: FastifyInstance;
afterEach(() => app.close());

/** A server whose one answer is made when the test says so; `signals` has one for each making. */
async function served() {
  app = fastify();
  await app.register(answers);
  const signals: AbortSignal[] = [];
  const made = Promise.withResolvers<void>();
  const asked = { count: 0 };
  app.all('/answer', async (request, reply) => {
    asked.count++;
    const answer = await app.encodedAnswer('one key', reply, async signal => {
      signals.push(signal);
      await made.promise;
      return encodeJson({ made: true });
    });
    return sendEncoded(request, reply, answer);
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const ask = (signal?: AbortSignal) => fetch(`${address}/answer`, signal ? { signal } : {});
  return { ask, asked, signals, made };
}

it('an answer goes on for whoever still waits, and is stopped when the last has hung up', async () => {
  const { ask, asked, signals, made } = await served();
  const [first, second] = [new AbortController(), new AbortController()];
  const answers = [first, second].map(({ signal }) => ask(signal).catch(() => 'hung up'));
  await expect.poll(() => asked.count).toBe(2);
  first.abort();
  expect(await answers[0]).toBe('hung up');
  const third = ask();
  await expect.poll(() => asked.count).toBe(3);
  expect(signals).toHaveLength(1);
  second.abort();
  expect(await answers[1]).toBe('hung up');
  expect(signals[0]?.aborted).toBe(false);
  made.resolve();
  expect(await (await third).json()).toEqual({ made: true });
  expect(signals[0]?.aborted).toBe(false);
});

it('whoever asks after a stopped answer has it made anew', async () => {
  const { ask, asked, signals, made } = await served();
  const asker = new AbortController();
  const left = ask(asker.signal).catch(() => 'hung up');
  await expect.poll(() => asked.count).toBe(1);
  asker.abort();
  await left;
  await expect.poll(() => signals[0]?.aborted).toBe(true);
  const anew = ask();
  await expect.poll(() => signals).toHaveLength(2);
  made.resolve();
  expect(await (await anew).json()).toEqual({ made: true });
  expect(signals[1]?.aborted).toBe(false);
});
