import { currentRelease } from '../catalogue.ts';
import type { Desk } from '../desk.ts';
import { accessGround } from './ground.ts';
import { loadPlaces } from './places.ts';

/**
 * Makes what every answer of reach needs before anybody asks: where the people of a region live, where they join its
 * network, and its places. It is kept by versions that never change, so it cannot be stale; a question that comes
 * meanwhile waits for the same work. What fails here fails again for whoever asks, who is told.
 */
export async function makeReachAhead(desk: Desk, region?: string): Promise<void> {
  try {
    const release = await currentRelease(desk.database);
    const id = region ?? release?.defaultRegion;
    if (release === null || id == null) return;
    await accessGround(desk, release, id);
    await loadPlaces(desk.database, release, id);
  } catch {
    // Nobody waits.
  }
}
