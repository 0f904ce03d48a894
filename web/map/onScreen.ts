import type { Map as MapLibreMap } from 'maplibre-gl';

type Shown = { map: MapLibreMap; container: HTMLElement };

const shown = new Set<Shown>();

/** Remembers a map for as long as it is there, for whoever needs a picture of it. */
export function putOnScreen(map: MapLibreMap, container: HTMLElement): void {
  const entry = { map, container };
  shown.add(entry);
  map.once('remove', () => shown.delete(entry));
}

/** The maps on screen in the order of the page. */
export function mapsOnScreen(): Shown[] {
  return [...shown].sort((one, other) =>
    one.container.compareDocumentPosition(other.container) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
}
