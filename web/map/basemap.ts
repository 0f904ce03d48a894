import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';

/** What is taken of an external style: its ground. Names are drawn by ourselves, with our own font. */
export type Basemap = Pick<StyleSpecification, 'sources' | 'sprite'> & { layers: LayerSpecification[] };

const PREFIX = 'basemap-';

/** Makes addresses absolute, because a style may give them relative to itself. */
function absolute<T>(value: T, base: string): T {
  if (typeof value === 'string' && /^(\.{0,2}\/)/.test(value)) {
    // The braces of a tile address must stay as they are.
    return decodeURI(new URL(value, base).href) as T;
  }
  if (Array.isArray(value)) return value.map(one => absolute(one, base)) as T;
  return value;
}

/**
 * The ground of an external style, with ids that cannot meet ours. Symbol layers are left out: they need the glyphs
 * of another host, and the names of areas stand there already.
 */
export function basemapOf(style: StyleSpecification, address: string): Basemap {
  const sources = Object.fromEntries(
    Object.entries(style.sources).map(([id, source]) => [
      PREFIX + id,
      Object.fromEntries(
        Object.entries(source).map(([member, value]) => [
          member,
          ['url', 'tiles', 'data'].includes(member) ? absolute(value, address) : value,
        ]),
      ) as typeof source,
    ]),
  );
  const layers = style.layers
    .filter(layer => layer.type !== 'symbol')
    .map(layer => ({
      ...layer,
      id: PREFIX + layer.id,
      ...('source' in layer ? { source: PREFIX + layer.source } : {}),
    })) as LayerSpecification[];
  return {
    sources,
    layers,
    ...(style.sprite === undefined ? {} : { sprite: absolute(style.sprite, address) }),
  };
}

/** Fetches the style that the server's settings name. */
export async function fetchBasemap(address: string, signal: AbortSignal): Promise<Basemap> {
  const response = await fetch(address, { signal, credentials: 'omit' });
  if (!response.ok) throw new Error(`the basemap style answered ${response.status}`);
  return basemapOf((await response.json()) as StyleSpecification, address);
}
