/** The colours of the map, read from the same custom properties as the rest of the page. */
export type MapTheme = {
  water: string;
  land: string;
  border: string;
  label: string;
  halo: string;
  action: string;
  ink: string;
  alarm: string;
  dark: boolean;
};

export function mapTheme(dark: boolean): MapTheme {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    water: read('--map-water'),
    land: read('--map-land'),
    border: read('--map-border'),
    label: read('--map-label'),
    halo: read('--map-halo'),
    action: read('--action'),
    ink: read('--ink'),
    alarm: read('--alarm'),
    dark,
  };
}
