import { describe, expect, it } from 'vitest';
import { freeTitle } from '../../web/state/titles.ts';
import { scenario } from '../core/scenario/example.ts';

const titled = (title: string) => ({ ...scenario(), id: title, title });
const deleted = (title: string) => ({ document: titled(title), deletedAt: '2026-11-26T12:00:00Z' });
const title = (n: number) => `Scenario ${n}`;

describe('the title of a new scenario', () => {
  it('is the first number that nobody has, not even a scenario that was deleted lately', () => {
    expect(freeTitle({ scenarios: [], deleted: [] }, title)).toBe('Scenario 1');
    const scenarios = [titled('Scenario 1'), titled('Plan B')];
    expect(freeTitle({ scenarios, deleted: [deleted('Scenario 2')] }, title)).toBe('Scenario 3');
  });
});
