import { useCallback, useState } from 'react';
import { announce } from '../controls/Announcer.tsx';
import { useWords } from '../i18n/words.ts';
import type { MapController } from '../map/controller.ts';
import type { Spot } from '../map/pointer.ts';
import { useScene } from '../state/scene.tsx';

/** Nearer to the edge than this, the map moves instead of the cross. */
const EDGE_PX = 40;

/** A pointer on the map that the arrow keys move; it begins in the middle and says where it comes. */
export function useCross(controller: MapController) {
  const { t, decimal } = useWords();
  const { areas } = useScene();
  const [at, setAt] = useState<Spot | null>(null);

  const middle = useCallback((): Spot => {
    const { clientWidth, clientHeight } = controller.map.getContainer();
    return { x: clientWidth / 2, y: clientHeight / 2 };
  }, [controller]);

  const move = useCallback(
    (dx: number, dy: number): Spot => {
      const { map } = controller;
      const { clientWidth, clientHeight } = map.getContainer();
      const from = at ?? middle();
      const within = (value: number, most: number) => Math.min(Math.max(value, EDGE_PX), most - EDGE_PX);
      const to = { x: within(from.x + dx, clientWidth), y: within(from.y + dy, clientHeight) };
      const [beyondX, beyondY] = [from.x + dx - to.x, from.y + dy - to.y];
      if (beyondX !== 0 || beyondY !== 0) map.panBy([beyondX, beyondY], { animate: false });
      setAt(to);
      const { lng, lat } = map.unproject([to.x, to.y]);
      const layers = ['areas-fill'].filter(id => map.getLayer(id) !== undefined);
      const index = map.queryRenderedFeatures([to.x, to.y], { layers })[0]?.id;
      const area = (typeof index === 'number' ? areas?.names[index] : undefined) ?? t('drawing.outside');
      announce(t('drawing.spot', { area, lat: decimal(lat, 5), lon: decimal(lng, 5) }));
      return to;
    },
    [controller, areas, at, middle, t, decimal],
  );
  return { at, here: at ?? middle(), move };
}
