import { useMemo } from 'react';
import type { Edit } from '../../core/scenario/edit.ts';
import { useFacilities } from '../data/queries.ts';
import { inOrder } from '../layers/facilities.ts';
import { useOpenScenario } from '../state/baseline.ts';
import { useScene } from '../state/scene.tsx';
import { type ChosenFacility, facilityOf } from './chosenFacility.ts';

const none: readonly string[] = [];

/** The facility of the release that an edit changes or closes; null for other edits, and until it is known. */
export function useEditedFacility(edit: Edit): ChosenFacility | null {
  const { ground, region } = useScene();
  const id = 'facility' in edit ? edit.facility : null;
  // The map asks the same, so that it is asked once.
  const all = useMemo(() => inOrder(region.facilities.flatMap(one => one.functions)), [region]);
  const asked = useOpenScenario() !== null && id !== null ? all : none;
  const { data } = useFacilities(ground, asked);
  return useMemo(() => {
    const found = id === null ? undefined : data?.features.find(one => one.id === id);
    return found === undefined ? null : facilityOf(found);
  }, [data, id]);
}
