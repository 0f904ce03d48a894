import type { StyleSpecification } from 'maplibre-gl';
import { DRAWING_PREFIX } from '../drawing/prefix.ts';

/**
 * The next style with what the drawing tool added to the one before on top: a style in full would otherwise take the
 * shape from under the hand.
 */
export function keepDrawing(
  before: StyleSpecification | undefined,
  next: StyleSpecification,
): StyleSpecification {
  const drawn = (id: string) => id.startsWith(DRAWING_PREFIX);
  const layers = (before?.layers ?? []).filter(layer => drawn(layer.id));
  if (layers.length === 0) return next;
  const sources = Object.entries(before?.sources ?? {}).filter(([id]) => drawn(id));
  return {
    ...next,
    sources: { ...next.sources, ...Object.fromEntries(sources) },
    layers: [...next.layers, ...layers],
  };
}
