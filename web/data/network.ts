import { useQuery } from '@tanstack/react-query';
import { decodeNetwork, MAX_SENT_BYTES } from '../../core/access/network/format.ts';
import type { WalkingNetwork } from '../../core/access/network/types.ts';
import { apiUrl, send } from './http.ts';
import type { RegionView } from './types.ts';

/** Whether a browser walks on the network of a region: where it has one that is not too large to be sent. */
export function isWalked({ network }: Pick<RegionView, 'network'>): boolean {
  return network !== null && network.bytes > 0 && network.bytes <= MAX_SENT_BYTES;
}

/** The walking network of a region, by its version: a release with the same one asks nothing anew. */
export function useNetwork(region: RegionView, wanted: boolean) {
  const hash = region.network?.hash;
  return useQuery({
    queryKey: ['network', hash],
    queryFn: async ({ signal }): Promise<WalkingNetwork> => {
      const response = await send(apiUrl(`/networks/${hash}`), { signal });
      return decodeNetwork(new Uint8Array(await response.arrayBuffer()));
    },
    enabled: wanted && isWalked(region),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
