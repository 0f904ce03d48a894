import type { AvailableValues, Figure, IndicatorView } from '../data/types.ts';

type Band = readonly [from: number, to: number];

/** `age=0-2` as the tables call their categories; other dimensions (tenure) are no ages. */
function bandOf(category: string): Band[] {
  const [, from, to] = /^age=(\d+)-(\d+)$/.exec(category) ?? [];
  return from === undefined || to === undefined ? [] : [[Number(from), Number(to)]];
}

/** The ages that categories hold together, bands that touch taken as one: "0–17" or "0–2, 6–11". Empty without ages. */
export function agesIn(categories: readonly string[]): string {
  const bands = categories.flatMap(bandOf).sort(([a], [b]) => a - b);
  const merged: [number, number][] = [];
  for (const [from, to] of bands) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

/** What the table behind a figure holds; a density has what the count behind it has. */
export const behind = (figure: Figure, indicator: IndicatorView): AvailableValues | undefined =>
  indicator.available.find(one => one.level === figure.level && one.year === figure.year);
