import Type, { type Static } from 'typebox';
import { SiteGeometrySchema } from './geometry.ts';

/** Most areas one edit may name: twice the statistical sectors of Flanders. */
export const MAX_AREAS_PER_EDIT = 20_000;

const closed = { additionalProperties: false } as const;
export const CodeSchema = Type.String({ minLength: 1, maxLength: 100 });
export const AreasSchema = Type.Array(CodeSchema, { minItems: 1, maxItems: MAX_AREAS_PER_EDIT });

/** Whole areas. `each`: every area gets the numbers of the edit; `even`: they are divided evenly over the areas. */
export const WholeAreasSchema = Type.Object(
  {
    kind: Type.Literal('areas'),
    areas: AreasSchema,
    split: Type.Union([Type.Literal('each'), Type.Literal('even')]),
  },
  closed,
);

/** The part of a site in one area: square metres under `surface`, dwellings or any other measure under `hand`. */
const PartSchema = Type.Object(
  { area: CodeSchema, weight: Type.Number({ minimum: 0, maximum: 1e12 }) },
  closed,
);

/**
 * A site on the map. Its dwellings go to the areas in `parts`, in proportion to the weights: the surface of the site
 * that lies in each (of a point: the one area around it), or what the planner filled in. The parts are kept with the
 * site, so that every program splits it alike; a site outside all areas has none.
 */
export const SiteSchema = Type.Object(
  {
    kind: Type.Literal('site'),
    geometry: SiteGeometrySchema,
    split: Type.Union([Type.Literal('surface'), Type.Literal('hand')]),
    parts: Type.Array(PartSchema, { maxItems: MAX_AREAS_PER_EDIT }),
  },
  closed,
);

export const PlaceSchema = Type.Union([WholeAreasSchema, SiteSchema]);
export type Place = Static<typeof PlaceSchema>;
export type Site = Static<typeof SiteSchema>;

const codesOfParts = new WeakMap<Site['parts'], readonly string[]>();

/** Codes of the areas a place lies in; the same array every time, as places are immutable. */
export function areasOf(place: Place): readonly string[] {
  if (place.kind === 'areas') return place.areas;
  const known = codesOfParts.get(place.parts);
  if (known) return known;
  const codes = place.parts.map(part => part.area);
  codesOfParts.set(place.parts, codes);
  return codes;
}

/** How many times the numbers of an edit on this place count: once, or once an area. */
export const timesCounted = (place: Place): number =>
  place.kind === 'areas' && place.split === 'each' ? place.areas.length : 1;

/** Dwellings for each of `areasOf(place)`, whole numbers. */
export function dividedOver(place: Place, dwellings: number): Float64Array {
  if (place.kind === 'areas' && place.split === 'each')
    return new Float64Array(place.areas.length).fill(dwellings);
  const weights = place.kind === 'areas' ? place.areas.map(() => 1) : place.parts.map(part => part.weight);
  return byLargestRemainder(dwellings, weights);
}

/**
 * Divides a whole number in proportion to weights, in whole numbers that add up to it: everyone gets the whole part
 * of their share, and what is left goes one by one to the largest remainders, the first of equal ones first
 * (Hamilton 1792). Weights that are all 0 count as equal; no weights give no numbers.
 */
export function byLargestRemainder(amount: number, weights: readonly number[]): Float64Array {
  const given = new Float64Array(weights.length);
  if (weights.length === 0) return given;
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const shares = weights.map(weight => (sum > 0 ? (amount * weight) / sum : amount / weights.length));
  let left = amount;
  shares.forEach((share, i) => {
    given[i] = Math.floor(share);
    left -= given[i]!;
  });
  const order = [...shares.keys()].sort((i, j) => shares[j]! - given[j]! - (shares[i]! - given[i]!) || i - j);
  for (let k = 0; left > 0; k = (k + 1) % order.length, left--) given[order[k]!]! += 1;
  return given;
}
