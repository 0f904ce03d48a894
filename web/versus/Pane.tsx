import { useEffect, useRef, useState } from 'react';
import type { Edit } from '../../core/scenario/edit.ts';
import type { LayerModel } from '../layers/model.ts';
import { useMapContent } from '../map/content.ts';
import { createMapController, type MapController } from '../map/controller.ts';
import { useStates } from '../map/MapView.tsx';
import { followPointer, type Spot } from '../map/pointer.ts';
import { useView } from '../state/view.ts';

export type PaneActions = {
  hover: (index: number | null, at: Spot) => void;
  pick: (index: number | null) => void;
};

type Props = {
  name: string;
  /** What this side changes. */
  edits: readonly Edit[];
  layer: LayerModel;
  actions: PaneActions;
  /** Hears of the map when it is there, and null when it is gone. */
  onMap: (name: string, map: MapController | null) => void;
  onFailed: () => void;
  style?: { clipPath: string } | undefined;
};

/** One of the maps that stand beside or above each other; what moves it is the frame around them. */
export function Pane({ name, edits, layer, actions, onMap, onFailed, style }: Props) {
  const content = useMapContent(edits);
  const box = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const [controller, setController] = useState<MapController | null>(null);
  const first = useRef(content);
  const shownTheme = useRef(content.theme);
  const latest = useRef({ actions, onMap, onFailed });
  latest.current = { actions, onMap, onFailed };

  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    let alive = true;
    let made: MapController | null = null;
    let stop = () => {};
    const offset = (at: Spot): Spot => ({
      x: at.x + (box.current?.offsetLeft ?? 0),
      y: at.y + (box.current?.offsetTop ?? 0),
    });
    createMapController(element, first.current, useView.getState().camera).then(
      map => {
        if (!alive) {
          map.remove();
          return;
        }
        made = map;
        stop = followPointer(map.map, {
          hover: (index, at) => latest.current.actions.hover(index, offset(at)),
          pick: index => latest.current.actions.pick(index),
          open: () => {},
          box: () => {},
          point: () => false,
          facility: () => false,
          busy: () => false,
        });
        setController(map);
        latest.current.onMap(name, map);
      },
      () => latest.current.onFailed(),
    );
    return () => {
      alive = false;
      stop();
      latest.current.onMap(name, null);
      made?.remove();
    };
  }, [name]);

  useEffect(() => {
    controller?.show(content, shownTheme.current !== content.theme);
    shownTheme.current = content.theme;
  }, [controller, content]);
  useStates(controller, layer, content.areas);
  return (
    <div ref={box} className="versus-pane" style={style} data-side={name}>
      <div ref={container} className="map-canvas" data-testid={`map-${name}`} />
    </div>
  );
}
