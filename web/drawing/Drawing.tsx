import { useEffect } from 'react';
import type { MapController } from '../map/controller.ts';
import { stopPointing, usePointing } from '../scenario/pointing.ts';
import { useOpenScenario } from '../state/baseline.ts';
import { Adjust } from './Adjust.tsx';
import { endDrawing, useDrawing } from './drawing.ts';
import { Pointing } from './Pointing.tsx';
import { Resume } from './Resume.tsx';
import { Sketch } from './Sketch.tsx';

/** Whatever the hand is busy with on the map: nothing, a place, a new shape, or the shape of an edit. */
export function Drawing({ controller }: { controller: MapController | null }) {
  const task = useDrawing(state => state.task);
  const pointing = usePointing(state => state.take !== null);
  const open = useOpenScenario();
  const id = open?.id;
  const release = open?.baseline.release;
  // A drawing belongs to the scenario it was begun in, and to its ground.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scenario or ground, or none, ends it
  useEffect(
    () => () => {
      endDrawing();
      stopPointing();
    },
    [id, release],
  );
  const edit = task?.kind === 'adjust' ? open?.edits.find(one => one.id === task.edit) : undefined;
  const gone = task?.kind === 'adjust' && edit === undefined;
  useEffect(() => {
    if (gone) endDrawing();
  }, [gone]);
  if (controller === null) return null;
  if (task?.kind === 'draw') return <Sketch controller={controller} task={task} />;
  if (task?.kind === 'adjust' && edit !== undefined) {
    return <Adjust key={edit.id} controller={controller} scenario={task.scenario} edit={edit} />;
  }
  return pointing ? <Pointing controller={controller} /> : <Resume />;
}
