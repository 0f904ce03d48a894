import { useEffect } from 'react';
import { codePositions } from '../../core/areas/hierarchy.ts';
import { areaMarks } from '../layers/sites.ts';
import { useOpenScenario } from '../state/baseline.ts';
import { useScene } from '../state/scene.tsx';
import type { MapController } from './controller.ts';

/** Marks whole areas with what the edits of the open scenario do to them. */
export function useEditMarks(controller: MapController | null, source: unknown): void {
  const { areas } = useScene();
  const edits = useOpenScenario()?.edits;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another source has no marks yet
  useEffect(() => {
    if (controller === null || areas === undefined) return;
    const at = codePositions(areas);
    const marks = [...areaMarks(edits ?? [])].flatMap(([code, mark]) => {
      const index = at.get(code);
      return index === undefined ? [] : [[index, mark] as const];
    });
    controller.painter.edits(new Map(marks));
  }, [controller, areas, edits, source]);
}
