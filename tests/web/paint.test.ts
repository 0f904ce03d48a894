import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VALUE_STATUS } from '../../core/areas/types.ts';
import { divergingColours, sequentialColours } from '../../web/layers/ramps.ts';
import { paintValues } from '../../web/map/paint.ts';

const colours = ['#aaaaaa', '#555555', '#000000'];
const breaks = [0.1, 0.3];
const inside = (text: string) => Uint8Array.from(text, Number);

describe('Colours of areas', () => {
  it('follow the classes, a bound belonging to the class above it', () => {
    const value = Float64Array.of(0.05, 0.1, 0.29, 0.3, 9);
    const paint = paintValues({ value, status: new Uint8Array(5) }, breaks, colours, inside('11111'));
    expect(paint.fills).toEqual(['#aaaaaa', '#555555', '#555555', '#000000', '#000000']);
  });

  it('leave out what has no value and keep the reason for its pattern', () => {
    const value = Float64Array.of(Number.NaN, 0.2, Number.NaN);
    const status = Uint8Array.of(VALUE_STATUS.suppressed, VALUE_STATUS.missing, VALUE_STATUS.ok);
    const paint = paintValues({ value, status }, breaks, colours, inside('111'));
    expect(paint.fills).toEqual(['', '', '']);
    expect([...paint.status]).toEqual([VALUE_STATUS.suppressed, VALUE_STATUS.missing, VALUE_STATUS.missing]);
  });

  it('mark what lies outside the scope, and give it no reason for a number it does not need', () => {
    const paint = paintValues(
      { value: Float64Array.of(0.2, Number.NaN), status: new Uint8Array(2) },
      breaks,
      colours,
      inside('10'),
    );
    expect([...paint.outside]).toEqual([0, 1]);
    expect([...paint.status]).toEqual([VALUE_STATUS.ok, VALUE_STATUS.ok]);
  });
});

/** Relative luminance as WCAG 2.1 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe('Ramps', () => {
  for (const theme of ['housing', 'poverty', 'children', 'population'] as const) {
    for (const count of [5, 6, 7]) {
      it(`${theme} in ${count} classes goes one way in lightness, light to dark and the other way in the dark`, () => {
        const light = sequentialColours(theme, count, false).map(luminance);
        expect(light).toEqual([...light].sort((a, b) => b - a));
        const dark = sequentialColours(theme, count, true).map(luminance);
        expect(dark).toEqual([...dark].sort((a, b) => a - b));
      });
    }
  }

  const channels = (hex: string) => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16));
  /** WCAG 2.1, from 1 to 21. */
  const contrast = (one: string, other: string) => {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  /** The colour of the land in the light and in the dark theme. */
  const lands = [...readFileSync('web/styles/tokens.css', 'utf8').matchAll(/--map-land: (#\w{6})/g)].map(
    ([, colour]) => colour,
  );

  for (const dark of [false, true]) {
    const { less, neutral, more } = divergingColours(3, dark);
    const land = lands[dark ? 1 : 0] ?? '';
    const name = dark ? 'dark' : 'light';

    it(`of a difference are orange for more and purple for less on the ${name} map`, () => {
      expect(new Set([...less, neutral, ...more]).size).toBe(7);
      for (const [red = 0, , blue = 0] of more.map(channels)) expect(red).toBeGreaterThan(blue + 60);
      for (const [, green = 0, blue = 0] of less.map(channels)) expect(blue).toBeGreaterThan(green + 20);
    });

    it(`of a difference have a grey near the ground in the middle of the ${name} map, and go away from it`, () => {
      const grey = channels(neutral);
      expect(Math.max(...grey) - Math.min(...grey)).toBeLessThan(12);
      expect(contrast(neutral, land)).toBeLessThan(1.4);
      for (const side of [more, [...less].reverse()]) {
        const away = [neutral, ...side].map(colour => contrast(colour, land));
        for (const [i, step] of away.slice(1).entries()) expect(step).toBeGreaterThan(1.25 * (away[i] ?? 0));
      }
    });
  }
});
