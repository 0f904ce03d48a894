/** How a chosen region looks, everywhere the same: a colour and, for lines, a dash; both tell it apart. */
export type Mark = { colour: string; dash: string | undefined };

/** Tokens that stay apart for every kind of colour blindness and stand out on paper, light and dark. */
const COLOURS = 6;
const DASHES = [undefined, '7 3', '2 3', '9 3 2 3'];

/** Mark of the region chosen at a place in the order of choosing; more than the colours go round with a dash. */
export function markAt(place: number): Mark {
  return {
    colour: `var(--mark-${(place % COLOURS) + 1})`,
    dash: DASHES[Math.floor(place / COLOURS) % DASHES.length],
  };
}
