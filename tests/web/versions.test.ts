import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { faultOfKeeping } from '../../web/state/faults.ts';
import { pauseAfter, whenQuiet } from '../../web/state/pauses.ts';
import {
  MOST_VERSIONS,
  readableVersion,
  sameContent,
  superfluous,
  type Version,
} from '../../web/state/versions.ts';
import { add, scenario } from '../core/scenario/example.ts';

const now = Date.parse('2026-11-26T12:30:00Z');
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const version = (id: string, ageMs: number, moment: Version['moment'] = 'paused'): Version => ({
  id,
  scenario: 'scenario-1',
  at: new Date(now - ageMs).toISOString(),
  moment,
  name: moment === 'named' ? id : '',
  document: scenario(),
});
const left = (versions: Version[]) => {
  const gone = superfluous(versions, now);
  return versions.map(one => one.id).filter(id => !gone.includes(id));
};

describe('the versions that a browser keeps', () => {
  it('all stay for an hour, then the last of each hour, of each day and of each week', () => {
    expect(left([version('now', 0), version('a', 5 * minuteMs), version('b', 59 * minuteMs)])).toEqual([
      'now',
      'a',
      'b',
    ]);
    // 10:20 and 10:05 are in one hour, 09:50 in the one before.
    expect(
      left([
        version('10:20', 130 * minuteMs),
        version('10:05', 145 * minuteMs),
        version('09:50', 160 * minuteMs),
      ]),
    ).toEqual(['10:20', '09:50']);
    // Two days ago at 12:30 and 09:30, and the day before.
    expect(
      left([
        version('noon', 2 * dayMs),
        version('morning', 2 * dayMs + 3 * hourMs),
        version('before', 3 * dayMs),
      ]),
    ).toEqual(['noon', 'before']);
    const weeks = left(Array.from({ length: 70 }, (_, day) => version(`${day}`, (31 + day) * dayMs)));
    // 70 days touch ten weeks, or eleven where the first and last are not whole.
    expect(weeks.length).toBeGreaterThanOrEqual(10);
    expect(weeks.length).toBeLessThanOrEqual(11);
  });

  it('with a name all stay, however old and however many others there are', () => {
    const named = [version('old', 900 * dayMs, 'named'), version('older', 900 * dayMs + 1, 'named')];
    const many = Array.from({ length: MOST_VERSIONS + 20 }, (_, i) => version(`${i}`, i * 1000));
    const stay = left([...named, ...many]);
    expect(stay).toHaveLength(MOST_VERSIONS + 2);
    expect(stay.slice(0, 2)).toEqual(['old', 'older']);
    expect(stay).toContain('0');
    expect(stay).not.toContain(`${MOST_VERSIONS + 19}`);
  });

  it('are read with care', () => {
    const kept = version('a', 0);
    expect(readableVersion(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    for (const broken of [
      null,
      'text',
      {},
      { ...kept, document: { format: 'other' } },
      { ...kept, at: undefined },
    ]) {
      expect(readableVersion(broken)).toBeNull();
    }
  });

  it('are the same where only their place and time differ', () => {
    const one = scenario([add('a', ['A'], 1)]);
    expect(sameContent(one, { ...one, id: 'other', updatedAt: '2027-01-01T00:00:00Z' })).toBe(true);
    expect(sameContent(one, scenario([add('a', ['A'], 2)]))).toBe(false);
  });
});

describe('waiting', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('grows after every failure, to five minutes', () => {
    expect([1, 2, 3, 4].map(pauseAfter)).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(pauseAfter(30)).toBe(300_000);
  });

  it('for quiet ends after the pause, and in a row without one at the latest time', () => {
    let acts = 0;
    const touched = whenQuiet(() => acts++, 30_000, 300_000);
    touched();
    vi.advanceTimersByTime(29_000);
    touched();
    vi.advanceTimersByTime(29_000);
    expect(acts).toBe(0);
    vi.advanceTimersByTime(1_000);
    expect(acts).toBe(1);
    for (let second = 0; second < 299; second++) {
      touched();
      vi.advanceTimersByTime(1_000);
    }
    expect(acts).toBe(1);
    touched();
    vi.advanceTimersByTime(1_000);
    expect(acts).toBe(2);
  });
});

it('a browser that keeps nothing says why', () => {
  expect(faultOfKeeping(new DOMException('full', 'QuotaExceededError'))).toBe('full');
  expect(faultOfKeeping(new DOMException('held', 'TimeoutError'))).toBe('blocked');
  expect(faultOfKeeping(new DOMException('no', 'SecurityError'))).toBe('forbidden');
  expect(faultOfKeeping('?')).toBe('forbidden');
});
