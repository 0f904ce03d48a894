import { useMemo } from 'react';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { type Facility, functionsNeeded } from '../../core/scenario/facilities.ts';
import type { ReachGround } from '../../core/scenario/reach.ts';
import { useFacilities } from '../data/queries.ts';
import { useScene } from '../state/scene.tsx';
import { useValuesBeside } from './beside.ts';

/** What reach is measured on; null where the region has no places, undefined while it is on its way. */
export function useReachGround(scenario: ScenarioDocument | null): ReachGround | null | undefined {
  const { ground, region, areas } = useScene();
  const children = useValuesBeside(scenario?.baseline ?? null, 'children');
  const needed = functionsNeeded(scenario?.edits ?? []);
  const present = useMemo(
    () => [...new Set(region.facilities.flatMap(source => source.functions))].sort(),
    [region.facilities],
  );
  const asked = needed === 'all' ? present : needed.filter(id => present.includes(id));
  const wanted = scenario !== null && region.facilities.length > 0;
  const { data, isError } = useFacilities(ground, wanted ? asked : []);
  return useMemo(() => {
    if (!wanted || isError) return null;
    if (areas === undefined || children === undefined) return undefined;
    if (data === undefined && asked.length > 0) return undefined;
    const features = asked.length === 0 ? [] : (data?.features ?? []);
    const facilities = features.map(
      ({ id, geometry, properties }): Facility => ({
        code: String(id),
        functions: properties?.functions ?? [],
        geometry,
      }),
    );
    return { lon: areas.lon, lat: areas.lat, facilities, children: children?.value ?? null };
  }, [wanted, isError, areas, children, data, asked.length]);
}
