import type { QueryClient } from '@tanstack/react-query';

/** What follows from places or from the network, and is asked anew when they change. */
const ABOUT_PLACES: readonly unknown[] = [
  'places',
  'corrections',
  'duplicates',
  'facilities',
  'facilities-in',
  'access',
  'access norms',
  'access profile',
  'access around',
  'access web',
];

/**
 * What was read of one release stands for the next, where only places or the network changed: areas and values are not
 * asked again, and nothing flickers.
 */
export function carryOver(client: QueryClient, from: string, to: string): void {
  for (const { queryKey, state } of client.getQueryCache().getAll()) {
    if (state.data === undefined || ABOUT_PLACES.includes(queryKey[0])) continue;
    let carried = false;
    const key = queryKey.map(part => {
      if (typeof part !== 'object' || part === null || !('release' in part) || part.release !== from)
        return part;
      carried = true;
      return { ...part, release: to };
    });
    if (carried) client.setQueryData(key, state.data);
  }
}
