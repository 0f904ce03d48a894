import { projectionOf, utmEpsg } from '../../areas/projection.ts';
import { type Settlement, type SettlementData, settle } from './settle.ts';

/** Sides in metres of the squares in which points are drawn together where there are too many, the finest first. */
const SIDES_M = [10, 25, 50, 100, 200, 500];

/** `gatheredM` is the side of the squares in which an area's points were drawn together; 0 where each stands alone. */
export type GatheredSettlement = Settlement & { gatheredM: number };

/**
 * As `settle`, with about `most` points at most: a province has 700,000 addresses, and its figures are told while somebody
 * drags. Points of one area in one square become one, at their weighted mean and with their weight, so that every area
 * keeps its people and nobody moves further than the diagonal of a square.
 */
export function settleAtMost(data: SettlementData, sideM: number, most: number): GatheredSettlement {
  const settlement = settle(data, sideM);
  if (settlement.weight.length <= most) return { ...settlement, gatheredM: 0 };
  const { lon, lat } = settlement.points;
  const { forward } = projectionOf(utmEpsg(lon[0]!, lat[0]!));
  const x = new Float64Array(lon.length);
  const y = new Float64Array(lon.length);
  for (let k = 0; k < lon.length; k++) [x[k], y[k]] = forward(lon[k]!, lat[k]!) as [number, number];
  for (const side of SIDES_M) {
    const gathered = inSquares(settlement, { x, y }, side);
    if (gathered.weight.length <= most || side === SIDES_M.at(-1)) return { ...gathered, gatheredM: side };
  }
  throw new RangeError('there is no side');
}

function inSquares(
  settlement: Settlement,
  { x, y }: { x: Float64Array; y: Float64Array },
  sideM: number,
): Settlement {
  const { points, starts, weight } = settlement;
  const found = { lon: [] as number[], lat: [] as number[], weight: [] as number[], areaOf: [] as number[] };
  const gatheredStarts = new Int32Array(starts.length);
  for (let area = 0; area + 1 < starts.length; area++) {
    const squares = new Map<string, number>();
    for (let k = starts[area]!; k < starts[area + 1]!; k++) {
      const square = `${Math.floor(x[k]! / sideM)} ${Math.floor(y[k]! / sideM)}`;
      let at = squares.get(square);
      if (at === undefined) {
        at = found.weight.length;
        squares.set(square, at);
        found.lon.push(0);
        found.lat.push(0);
        found.weight.push(0);
        found.areaOf.push(area);
      }
      const before = found.weight[at]!;
      const part = weight[k]! / (before + weight[k]!);
      found.lon[at]! += part * (points.lon[k]! - found.lon[at]!);
      found.lat[at]! += part * (points.lat[k]! - found.lat[at]!);
      found.weight[at] = before + weight[k]!;
    }
    gatheredStarts[area + 1] = found.weight.length;
  }
  return {
    ...settlement,
    points: { lon: Float64Array.from(found.lon), lat: Float64Array.from(found.lat) },
    starts: gatheredStarts,
    areaOf: Int32Array.from(found.areaOf),
    weight: Float64Array.from(found.weight),
  };
}
