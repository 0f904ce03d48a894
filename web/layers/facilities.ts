import type { Feature, FeatureCollection, Position } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import { type FacilityAttributes, isAttribute } from '../../core/facilities/attributes.ts';
import type { MapTheme } from '../map/theme.ts';
import type { EditedFacilities } from './facility-edits.ts';
import { isOutlined, isPolygon } from './shapes.ts';

/** One sign a function: shape and colour both differ, so neither is needed alone. Paths on a field of 24 by 24. */
type Sign = { colour: string; dark: string; path: string };

const signs: Record<string, Sign> = {
  play: { colour: '#b4480f', dark: '#ffa66b', path: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z' },
  meeting: { colour: '#1f4e9c', dark: '#8db8ff', path: 'M4 4h16v16H4z' },
  recreation: { colour: '#6a3d9a', dark: '#cbb0f5', path: 'M12 3l10 18H2z' },
  green: { colour: '#2c6e2f', dark: '#8fd18b', path: 'M12 2l9 10l-9 10l-9-10z' },
  huis_van_het_kind: { colour: '#9b1c50', dark: '#ff9dc3', path: 'M12 2l10 9h-3v10H5V11H2z' },
  childcare: { colour: '#7a5a00', dark: '#f0cf6a', path: 'M9 3h6v6h6v6h-6v6H9v-6H3V9h6z' },
  sport: { colour: '#5b6b00', dark: '#d3e07a', path: 'M8 2h8l6 6v8l-6 6H8l-6-6V8z' },
  nursery_school: { colour: '#3d4a47', dark: '#cfd8d5', path: 'M12 2l10 7.5l-4 12H6l-4-12z' },
  primary_school: { colour: '#17211f', dark: '#eef2f0', path: 'M2 6l10-4l10 4v12l-10 4l-10-4z' },
  library: { colour: '#7b3f1d', dark: '#e0b08f', path: 'M3 4h8v16H3zM13 4h8v16h-8z' },
  youth: {
    colour: '#00697a',
    dark: '#7ad9e8',
    path: 'M12 2l3 7h7l-5.500 4.800L18.600 22L12 17.600L5.400 22l2.100-8.200L2 9h7z',
  },
  wifi: { colour: '#444b8c', dark: '#b9bff7', path: 'M7 3h10l5 9l-5 9H7l-5-9z' },
};
const other: Sign = { colour: '#555f5c', dark: '#b5c0bc', path: 'M12 5a7 7 0 1 0 0 14a7 7 0 1 0 0-14z' };

export const facilitySigns: readonly string[] = [...Object.keys(signs), 'other'];
/** Functions without doubles, in the order of this list: play first, unknown ones last. */
export function inOrder(functions: readonly string[]): string[] {
  const place = (name: string) => (name in signs ? facilitySigns.indexOf(name) : facilitySigns.length);
  return [...new Set(functions)].sort((a, b) => place(a) - place(b) || a.localeCompare(b));
}

export const signOf = (facilityFunction: string): Sign => signs[facilityFunction] ?? other;
export const signId = (facilityFunction: string) =>
  `facility-${facilityFunction in signs ? facilityFunction : 'other'}`;

const pixels = 40;

export function signPixels(facilityFunction: string, theme: MapTheme): ImageData | null {
  const sign = signOf(facilityFunction);
  const canvas = document.createElement('canvas');
  canvas.width = pixels;
  canvas.height = pixels;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) return null;
  const shape = new Path2D(sign.path);
  pen.translate(4, 4);
  pen.scale(32 / 24, 32 / 24);
  pen.lineJoin = 'round';
  pen.lineWidth = 4;
  pen.strokeStyle = theme.halo;
  pen.stroke(shape);
  pen.fillStyle = theme.dark ? sign.dark : sign.colour;
  pen.fill(shape);
  return pen.getImageData(0, 0, pixels, pixels);
}

export const functionsOf = ({ properties }: Feature) => (properties?.functions ?? []) as readonly string[];
export const nameOf = ({ properties }: Feature) => (properties?.name ?? null) as string | null;

/** What is known of a place beside its name and functions; a source may tell what the product does not know. */
export function attributesOf({ properties }: Feature): FacilityAttributes {
  const known = Object.entries(properties ?? {}).filter(([id, value]) => isAttribute(id) && value !== null);
  return Object.fromEntries(known) as FacilityAttributes;
}

/** Whether a place is for somebody of these ages, such as `6-11`; one that names no ages is for all. */
export function isForAges({ properties }: Feature, ages: string): boolean {
  const [from = 0, to = 0] = ages.split('-').map(Number);
  const { minAge, maxAge } = (properties ?? {}) as { minAge?: unknown; maxAge?: unknown };
  return (typeof minAge !== 'number' || minAge <= to) && (typeof maxAge !== 'number' || maxAge >= from);
}

/** Positions of a geometry, however deep its lists go. */
function positionsOf(coordinates: unknown): Position[] {
  if (!Array.isArray(coordinates)) return [];
  return typeof coordinates[0] === 'number' ? [coordinates as Position] : coordinates.flatMap(positionsOf);
}

/** About 200 m, so that a place that is only a point has its surroundings in view. */
const marginDegrees = 0.002;

/** A box around a facility, with room. */
export function boxOf({ geometry }: Feature): [number, number, number, number] {
  const positions = 'coordinates' in geometry ? positionsOf(geometry.coordinates) : [];
  const lon = positions.map(([x = 0]) => x);
  const lat = positions.map(([, y = 0]) => y);
  const [west, south] = [Math.min(...lon), Math.min(...lat)];
  const [east, north] = [Math.max(...lon), Math.max(...lat)];
  return [west - marginDegrees, south - marginDegrees, east + marginDegrees, north + marginDegrees];
}

/**
 * A facility with several functions shows the sign of the first one that is switched on. One that an edit of the
 * scenario opens, changes or closes is shown whatever is switched on, with the `look` of that edit. Under `ages` only
 * places for those are shown.
 */
export function facilityFeatures(
  all: FeatureCollection | undefined,
  shown: readonly string[],
  edited: EditedFacilities,
  ages: string | null = null,
): FeatureCollection {
  const there = (all?.features ?? []).flatMap(feature => {
    const edit = edited.there.get(String(feature.id));
    const functions = edit?.functions ?? functionsOf(feature);
    const first = shown.find(one => functions.includes(one)) ?? (edit && functions[0]);
    if (first === undefined || (ages !== null && edit === undefined && !isForAges(feature, ages))) return [];
    const properties = {
      id: feature.id,
      name: nameOf(feature),
      function: first,
      functions: functionsOf(feature).join(','),
      icon: signId(first),
      attributes: JSON.stringify(attributesOf(feature)),
      look: edit?.look ?? 'same',
      on: edit?.on ?? true,
    };
    return [{ ...feature, properties }];
  });
  const opened = edited.opened.map(({ geometry, title, functions, on }): Feature => {
    const first = shown.find(one => functions.includes(one)) ?? functions[0] ?? '';
    const properties = { name: title || null, function: first, icon: signId(first), look: 'new', on };
    return { type: 'Feature', geometry, properties };
  });
  return { type: 'FeatureCollection', features: [...there, ...opened] };
}

export function facilityGroundLayers(theme: MapTheme): LayerSpecification[] {
  const green = theme.dark ? signOf('green').dark : signOf('green').colour;
  return [
    {
      id: 'facility-ground',
      type: 'fill',
      source: 'facilities',
      filter: isPolygon,
      paint: { 'fill-color': green, 'fill-opacity': 0.28 },
    },
    {
      id: 'facility-ground-line',
      type: 'line',
      source: 'facilities',
      filter: isOutlined,
      paint: { 'line-color': green, 'line-width': 1.2 },
    },
  ];
}

export function facilitySignLayer(): LayerSpecification {
  return {
    id: 'facility-signs',
    type: 'symbol',
    source: 'facilities',
    layout: {
      'icon-image': ['get', 'icon'],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 8, 0.3, 11, 0.55, 14, 0.9],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
    paint: { 'icon-opacity': ['case', ['get', 'on'], 1, 0.3] },
  };
}
