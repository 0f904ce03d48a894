import {
  interpolateGnBu,
  interpolateGreens,
  interpolatePuOr,
  interpolatePurples,
  interpolateRdPu,
} from 'd3-scale-chromatic';
import type { Indicator } from '../../core/areas/indicator.ts';

type Interpolator = (t: number) => string;

/** One hue family a theme, so that a colour says what it is about; lightness is monotone in each. */
const byTheme: Record<Indicator['theme'], Interpolator> = {
  housing: interpolateGnBu,
  poverty: interpolateRdPu,
  children: interpolateGreens,
  population: interpolatePurples,
};

type Rgb = readonly number[];
const darkLand: Rgb = [31, 37, 38];

/** d3 answers `rgb(r, g, b)`. */
const parts = (colour: string): Rgb => (colour.match(/\d+/g) ?? []).slice(0, 3).map(Number);
const hex = (colour: Rgb) =>
  `#${colour.map(part => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
const mixed = (colour: Rgb, other: Rgb, share: number) =>
  colour.map((part, i) => part * (1 - share) + (other[i] ?? 0) * share);

/**
 * Colours from few to much. The palest stays visibly apart from the land. On the dark map the order turns, so
 * that much is bright there and few sinks into the land.
 */
export function sequentialColours(theme: Indicator['theme'], count: number, dark: boolean): string[] {
  const ramp = byTheme[theme];
  const [from, to] = dark ? [0.95, 0.22] : [0.16, 0.97];
  return Array.from({ length: count }, (_, i) => {
    const place = i / Math.max(1, count - 1);
    const colour = parts(ramp(from + (to - from) * place));
    return hex(dark ? mixed(colour, darkLand, 0.5 * (1 - place)) : colour);
  });
}

/**
 * Less is purple, more is orange, by day and by night: apart for every kind of colour blindness, with a neutral for
 * no change. The larger a change, the further from the ground: darker on the light map, brighter on the dark one.
 */
export function divergingColours(
  side: number,
  dark: boolean,
): { less: string[]; neutral: string; more: string[] } {
  const at = (t: number) => hex(parts(interpolatePuOr(t)));
  const [small, large] = dark ? [0.36, 0.18] : [0.2, 0.44];
  const steps = Array.from({ length: side }, (_, i) => small + ((large - small) * i) / Math.max(1, side - 1));
  return {
    less: steps.map(step => at(0.5 - step)).reverse(),
    neutral: dark ? '#303737' : '#ecedeb',
    more: steps.map(step => at(0.5 + step)),
  };
}
