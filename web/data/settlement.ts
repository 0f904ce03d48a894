import { useQuery } from '@tanstack/react-query';
import { decodeSettlement } from '../../core/access/population/settlement-format.ts';
import type { AreaTable } from '../../core/areas/types.ts';
import { apiUrl, send } from './http.ts';
import type { Ground } from './queries.ts';
import type { RegionView } from './types.ts';

/** Where the people of a level are taken to live; what it follows from is in the key: the areas version, and homes. */
export function useSettlement(
  ground: Ground,
  region: Pick<RegionView, 'homes'>,
  areas: Pick<AreaTable, 'level' | 'vintage' | 'hash'> | undefined,
  wanted: boolean,
) {
  return useQuery({
    queryKey: ['settlement', ground.region, areas?.level, areas?.hash, region.homes.map(one => one.hash)],
    queryFn: async ({ signal }) => {
      const { level, vintage } = areas!;
      const response = await send(apiUrl('/areas/settlement', { ...ground, level, vintage }), { signal });
      return decodeSettlement(new Uint8Array(await response.arrayBuffer()));
    },
    enabled: wanted && areas !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
