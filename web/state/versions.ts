import { countDiffering, differingOf } from '../../core/scenario/differing.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { parseScenario } from '../../core/scenario/parse.ts';

/** When a version was kept: on opening, after a pause in a row of changes, before something took its place, or by name. */
export type Moment = 'opened' | 'paused' | 'before' | 'named';

/** What a scenario was, as this browser keeps it. */
export type Version = {
  id: string;
  scenario: string;
  /** ISO instant at which it was kept. */
  at: string;
  moment: Moment;
  /** Empty for one that was kept by itself. */
  name: string;
  document: ScenarioDocument;
};

/** What the browser kept, read with care. Null for what this version cannot read: it stays where it is. */
export function readableVersion(value: unknown): Version | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, scenario, at, moment = 'paused', name = '', document }: Partial<Version> = value;
  if (id === undefined || scenario === undefined || at === undefined) return null;
  try {
    return { id, scenario, at, moment, name, document: parseScenario(document) };
  } catch {
    return null;
  }
}

/** The same apart from where and when it was written. */
export const sameContent = (one: ScenarioDocument, other: ScenarioDocument): boolean =>
  one === other || countDiffering(differingOf(one, other)) === 0;

const hourMs = 3_600_000;
/** Of an age up to the first, the last version of every period of the second stays. */
const RULES = [
  [24 * hourMs, hourMs],
  [30 * 24 * hourMs, 24 * hourMs],
  [Number.POSITIVE_INFINITY, 7 * 24 * hourMs],
] as const;
/** Versions that were kept by themselves, of one scenario. */
export const MOST_VERSIONS = 100;

/**
 * Which versions of one scenario are no longer needed: of those kept by themselves one an hour stays after the first
 * hour, one a day after a day and one a week after thirty days, a hundred in all. One with a name stays.
 */
export function superfluous(versions: readonly Version[], now: number): string[] {
  const latestFirst = versions
    .filter(one => one.moment !== 'named')
    .sort((one, other) => (one.at < other.at ? 1 : -1));
  const periods = new Set<string>();
  const stay = latestFirst.filter(({ at }) => {
    const age = now - Date.parse(at);
    if (age <= hourMs) return true;
    const rule = RULES.findIndex(([oldest]) => age <= oldest);
    const period = `${rule} ${Math.floor(Date.parse(at) / (RULES[rule]?.[1] ?? hourMs))}`;
    const first = !periods.has(period);
    periods.add(period);
    return first;
  });
  const staying = new Set(stay.slice(0, MOST_VERSIONS));
  return latestFirst.filter(one => !staying.has(one)).map(one => one.id);
}
