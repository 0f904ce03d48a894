import type { Contiguity } from '../../core/areas/contiguity.ts';
import {
  contiguityFromWire,
  contiguityToWire,
  type WireContiguity,
} from '../../core/areas/contiguity-columns.ts';
import type { Desk } from './desk.ts';
import { loadGround } from './ground.ts';
import type { AreasItem } from './types.ts';

/** Who touches whom among the areas of an item, with the EPSG code in which borders were measured. */
export async function wireContiguity(
  { database, computation }: Desk,
  item: AreasItem,
): Promise<WireContiguity & { metricEpsg: number }> {
  const ground = await loadGround(database, computation, item);
  return { metricEpsg: ground.metricEpsg, ...contiguityToWire(ground) };
}

/** The same as a browser reads it, so that an index of a scenario is the same number on both sides. */
export async function contiguityAsSent(desk: Desk, item: AreasItem): Promise<Contiguity> {
  return contiguityFromWire(await wireContiguity(desk, item));
}
