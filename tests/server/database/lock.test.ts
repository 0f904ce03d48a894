import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockDirectory } from '../../../server/database/lock.ts';
import { type Child, startChild } from './children/start.ts';

describe('the lock of a data directory', () => {
  let dataDir: string;
  const children: Child[] = [];
  const start = (): Child => {
    const child = startChild('lock', dataDir);
    children.push(child);
    return child;
  };

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'lock-'));
  });
  afterEach(async () => {
    for (const child of children.splice(0)) await child.kill('SIGKILL');
    await rm(dataDir, { recursive: true });
  });

  async function take(child: Child): Promise<string> {
    await child.line('waiting');
    child.process.stdin?.write('go\n');
    return Promise.race([child.line('won'), child.line('lost')]);
  }

  test('is refused to a second process while the first lives', async () => {
    expect(await take(start())).toBe('won');
    expect(await take(start())).toBe('lost directory-in-use');
  });

  test('is refused to the same process a second time, and free again after release', () => {
    const lock = lockDirectory(dataDir);
    expect(() => lockDirectory(dataDir)).toThrow(/is in use by/);
    lock.release();
    lockDirectory(dataDir).release();
  });

  test('is free after kill −9, and only one of several that race for it wins', async () => {
    const first = start();
    expect(await take(first)).toBe('won');
    const racers = [start(), start(), start()];
    for (const racer of racers) await racer.line('waiting');
    await first.kill('SIGKILL');
    const outcomes = await Promise.all(racers.map(take));
    expect(outcomes.sort()).toEqual(['lost directory-in-use', 'lost directory-in-use', 'won']);
  });

  test('says what to do when the directory cannot be made', async () => {
    const file = join(dataDir, 'a-file');
    await writeFile(file, '');
    expect(() => lockDirectory(join(file, 'data'))).toThrow(
      expect.objectContaining({ code: 'not-configured', message: expect.stringMatching(/set DATA_DIR/) }),
    );
  });
});
