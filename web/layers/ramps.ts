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

/** d3 answers `rgb(r, g, b)`; a fixed hexadecimal form is what the map, the legend and the tests compare. */
function hex(colour: string): string {
  const parts = colour.match(/\d+/g) ?? [];
  return `#${parts
    .slice(0, 3)
    .map(part => Number(part).toString(16).padStart(2, '0'))
    .join('')}`;
}

/**
 * Colours from few to much. The palest stays visibly apart from the land. On the dark map the order turns, so
 * that much is bright there and few sinks into the land.
 */
export function sequentialColours(theme: Indicator['theme'], count: number, dark: boolean): string[] {
  const ramp = byTheme[theme];
  const [from, to] = dark ? [0.97, 0.22] : [0.16, 0.97];
  return Array.from({ length: count }, (_, i) =>
    hex(ramp(from + ((to - from) * i) / Math.max(1, count - 1))),
  );
}

/** Less is purple, more is orange: apart for every kind of colour blindness, with a neutral for no change. */
export function divergingColours(
  side: number,
  dark: boolean,
): { less: string[]; neutral: string; more: string[] } {
  const at = (t: number) => hex(interpolatePuOr(t));
  const steps = Array.from({ length: side }, (_, i) => (0.36 * (i + 1)) / side + 0.08);
  return {
    less: steps.map(step => at(0.5 - step)).reverse(),
    neutral: dark ? '#3a4341' : '#ecedeb',
    more: steps.map(step => at(0.5 + step)),
  };
}
