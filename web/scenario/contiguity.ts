import { useQuery } from '@tanstack/react-query';
import type { Contiguity } from '../../core/areas/contiguity.ts';
import { contiguityQuery } from '../data/queries.ts';
import { useScene } from '../state/scene.tsx';

/** Who touches whom in the level that is looked at; null where it is not wanted or cannot be had, undefined on its way. */
export function useContiguity(wanted: boolean): Contiguity | null | undefined {
  const { ground, areas } = useScene();
  const asked = wanted && areas !== undefined;
  const { data, isError } = useQuery({
    ...contiguityQuery(ground, areas?.level ?? 'sector', areas?.vintage ?? 0, areas?.hash ?? ''),
    enabled: asked,
  });
  if (!wanted || isError) return null;
  return data;
}
