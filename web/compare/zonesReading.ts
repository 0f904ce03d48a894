import { RANKING_MINIMA } from '../../core/concentration/inference/ranking.ts';
import type { ZoneChoice } from '../data/comparison.ts';

/** What the choice of zones does to one region's index. */
export type ZonesReading =
  | { kind: 'none' }
  | {
      kind: 'raw' | 'steady' | 'differs' | 'moves';
      lowest: ZoneChoice;
      highest: ZoneChoice;
      from: number;
      to: number;
    };

export const shownValue = ({ index }: ZoneChoice) =>
  index !== null && 'value' in index ? (index.corrected ?? index.value) : Number.NaN;

/** On so few zones a value says more about chance than about the region. */
export const tooFewZones = ({ zones }: ZoneChoice) => zones !== null && zones < RANKING_MINIMA.zones;

/** From so many cells for each area a grid is the areas under another name: nearly all lie in a cell by themselves. */
const ALONE = 0.9;

/** Whether a grid repeats the areas it is made of, because its cells are smaller than they are. */
export function repeatsAreas({ kind, level, zones }: ZoneChoice, choices: readonly ZoneChoice[]): boolean {
  const areas = choices.find(other => other.kind === 'level' && other.level === level)?.zones ?? null;
  return kind === 'grid' && zones !== null && areas !== null && areas > 0 && zones >= ALONE * areas;
}

/**
 * The choice matters (`moves`) when the intervals of the lowest and the highest value do not touch, and little (`steady`)
 * when each value lies in the other's interval; between the two it may (`differs`). Without intervals (`raw`) there is no
 * telling. Choices of too few zones count only where there are no two others.
 */
export function readZones(choices: readonly ZoneChoice[]): ZonesReading {
  const known = choices.filter(choice => !Number.isNaN(shownValue(choice)));
  const enough = known.filter(choice => !tooFewZones(choice));
  const measured = (enough.length > 1 ? enough : known).toSorted((a, b) => shownValue(a) - shownValue(b));
  const lowest = measured[0];
  const highest = measured.at(-1);
  if (lowest === undefined || highest === undefined || lowest === highest) return { kind: 'none' };
  const [from, to] = [shownValue(lowest), shownValue(highest)];
  const [below, above] = [lowest.index?.interval?.high, highest.index?.interval?.low];
  const reading = { lowest, highest, from, to };
  if (below === undefined || above === undefined) return { kind: 'raw', ...reading };
  if (above > below) return { kind: 'moves', ...reading };
  return { kind: above <= from && to <= below ? 'steady' : 'differs', ...reading };
}
