import { useEffect, useState } from 'react';
import { useScene } from '../state/scene.tsx';
import type { MapController } from './controller.ts';
import type { Spot } from './pointer.ts';

/** Where the middle of an area is on screen, also while the map moves; null without an area. */
export function useAreaSpot(controller: MapController | null, index: number | null): Spot | null {
  const { areas } = useScene();
  const [spot, setSpot] = useState<Spot | null>(null);
  useEffect(() => {
    const lon = areas?.lon[index ?? -1];
    const lat = areas?.lat[index ?? -1];
    if (controller === null || lon === undefined || lat === undefined) {
      setSpot(null);
      return;
    }
    const place = () => {
      const { x, y } = controller.map.project([lon, lat]);
      setSpot({ x, y });
    };
    place();
    controller.map.on('move', place);
    return () => {
      controller.map.off('move', place);
    };
  }, [controller, areas, index]);
  return spot;
}
