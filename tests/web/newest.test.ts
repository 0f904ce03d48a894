import { describe, expect, it } from 'vitest';
import { newestOnly } from '../../web/drawing/newest.ts';

/** A server that answers when it is told to. */
function slow() {
  const asked: { question: string; answer: (text: string) => void; fail: (error: Error) => void }[] = [];
  const ask = (question: string) =>
    new Promise<string>((answer, fail) => {
      asked.push({ question, answer, fail });
    });
  return { asked, ask };
}
const settle = () => new Promise(resolve => setTimeout(resolve));

describe('questions of a shape that moves', () => {
  it('are asked one at a time, of those that wait only the newest', async () => {
    const { asked, ask } = slow();
    const taken: string[] = [];
    const questions = newestOnly(
      ask,
      (_, answer) => taken.push(answer),
      () => {},
    );
    for (const one of ['1', '2', '3', '4']) questions.put(one);
    expect(asked.map(one => one.question)).toEqual(['1']);
    asked[0]!.answer('a');
    await settle();
    expect(asked.map(one => one.question)).toEqual(['1', '4']);
    asked[1]!.answer('d');
    await settle();
    expect(taken).toEqual(['a', 'd']);
  });

  it('are not answered any more once they were dropped', async () => {
    const { asked, ask } = slow();
    const taken: string[] = [];
    const questions = newestOnly(
      ask,
      (_, answer) => taken.push(answer),
      () => {},
    );
    questions.put('1');
    questions.put('2');
    questions.drop();
    asked[0]!.answer('a');
    await settle();
    expect([taken, asked.length]).toEqual([[], 1]);
    questions.put('3');
    asked[1]!.answer('c');
    await settle();
    expect(taken).toEqual(['c']);
  });

  it('that fail count only where nothing newer was asked', async () => {
    const { asked, ask } = slow();
    const failed: string[] = [];
    const questions = newestOnly(
      ask,
      () => {},
      (_, question) => failed.push(question),
    );
    questions.put('1');
    questions.put('2');
    asked[0]!.fail(new Error('gone'));
    await settle();
    asked[1]!.fail(new Error('gone'));
    await settle();
    expect(failed).toEqual(['2']);
  });
});
