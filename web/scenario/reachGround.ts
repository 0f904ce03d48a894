import { useMemo } from 'react';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { type Facility, functionsNeeded } from '../../core/scenario/facilities.ts';
import type { ReachGround } from '../../core/scenario/reach.ts';
import { isWalked, useNetwork } from '../data/network.ts';
import { useFacilities } from '../data/queries.ts';
import { useSettlement } from '../data/settlement.ts';
import { useScene } from '../state/scene.tsx';
import { useValuesBeside } from './beside.ts';

/** Null where the region has no places, and where they cannot be had. */
export type Places = {
  reach: ReachGround | null;
  /** Null where they are not all known. */
  facilityCodes: readonly string[] | null;
};

/** What reach is measured on; undefined while it is on its way. */
export function usePlaces(scenario: ScenarioDocument | null): Places | undefined {
  const { ground, region, areas } = useScene();
  const children = useValuesBeside(scenario?.baseline ?? null, 'children');
  const needed = functionsNeeded(scenario?.edits ?? []);
  const present = useMemo(
    () => [...new Set(region.facilities.flatMap(source => source.functions))].sort(),
    [region.facilities],
  );
  const asked = needed === 'all' ? present : needed.filter(id => present.includes(id));
  const wanted = scenario !== null && region.facilities.length > 0;
  const { data, isError, isPlaceholderData } = useFacilities(ground, wanted ? asked : []);
  const walked = wanted && isWalked(region);
  const network = useNetwork(region, wanted);
  const settlement = useSettlement(ground, region, areas, wanted);
  return useMemo(() => {
    if (!wanted || isError) return { reach: null, facilityCodes: isError ? null : [] };
    if (areas === undefined || children === undefined) return undefined;
    // Where the network cannot be had, a straight line stands in for it and says so.
    if (walked && network.data === undefined && !network.isError) return undefined;
    if (settlement.data === undefined && !settlement.isError) return undefined;
    if (data === undefined && asked.length > 0) return undefined;
    const features = asked.length === 0 ? [] : (data?.features ?? []);
    const facilities = features.map(
      ({ id, geometry, properties }): Facility => ({
        code: String(id),
        functions: properties?.functions ?? [],
        geometry,
      }),
    );
    return {
      reach: {
        lon: areas.lon,
        lat: areas.lat,
        facilities,
        children: children?.value ?? null,
        network: network.data ?? null,
        settlement: settlement.data ?? null,
      },
      // Until the others come, those of the question before are on screen, and none is missed.
      facilityCodes: isPlaceholderData ? null : facilities.map(({ code }) => code),
    };
  }, [
    wanted,
    isError,
    areas,
    children,
    data,
    isPlaceholderData,
    asked.length,
    walked,
    network.data,
    network.isError,
    settlement.data,
    settlement.isError,
  ]);
}
