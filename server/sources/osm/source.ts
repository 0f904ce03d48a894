/** Who made every file of OpenStreetMap, and under which licence it may be used. */
export const OSM_SOURCE = {
  publisher: 'OpenStreetMap contributors',
  licence: 'ODbL-1.0',
  url: 'https://www.openstreetmap.org/copyright',
} as const;
