import type { Camera } from '../state/view.ts';

/** What of a map two that move together need; MapLibre's has it. */
export type Followable = {
  on(event: 'move' | 'moveend', listener: () => void): unknown;
  off(event: 'move' | 'moveend', listener: () => void): unknown;
  getCenter(): { lng: number; lat: number };
  getZoom(): number;
  jumpTo(camera: { center: [number, number]; zoom: number }): unknown;
};

export function cameraOf(map: Followable): Camera {
  const { lng, lat } = map.getCenter();
  return { lon: lng, lat, zoom: map.getZoom() };
}

/**
 * Whichever map is moved, the others show the same at once. `rested` hears where the one that was moved came to rest:
 * not of every step on the way, as browsers take only so many changes of an address. Returns the way to stop.
 */
export function moveTogether(maps: readonly Followable[], rested: (camera: Camera) => void): () => void {
  // A map that is put somewhere says that it moved, before it returns: that is no move of its own.
  let following = false;
  const stops = maps.map(leader => {
    const moved = () => {
      if (following) return;
      following = true;
      const { lon, lat, zoom } = cameraOf(leader);
      for (const other of maps) if (other !== leader) other.jumpTo({ center: [lon, lat], zoom });
      following = false;
    };
    const ended = () => {
      if (!following) rested(cameraOf(leader));
    };
    leader.on('move', moved);
    leader.on('moveend', ended);
    return () => {
      leader.off('move', moved);
      leader.off('moveend', ended);
    };
  });
  return () => {
    for (const stop of stops) stop();
  };
}
