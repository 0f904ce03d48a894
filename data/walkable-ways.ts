import type { EdgeKind } from '../core/access/network/types.ts';

/** Which ways of OpenStreetMap can be walked, and as what: tag rules of the OSM wiki (Key:highway, Key:foot, Key:access). */
export type WayRules = {
  /** Values of `highway` that are walked unless another tag says no. */
  highways: Readonly<Record<string, EdgeKind>>;
  /** Values of `highway` that are walked only where `foot` says yes, such as a bridge that people may cross. */
  onlyWithFoot: Readonly<Record<string, EdgeKind>>;
  /** Values of `highway` that nobody walks on, whatever else is said. */
  never: readonly string[];
  /** Other tags that make a way one to walk on. */
  besides: readonly { key: string; values: readonly string[]; kind: EdgeKind }[];
  /** Tags that make a way of another kind than its highway: the first that fits. */
  kinds: readonly { key: string; values: readonly string[]; kind: EdgeKind }[];
  /** Values of `foot`, and of `access` where `foot` is silent, that open or close a way. */
  open: readonly string[];
  closed: readonly string[];
  /** Tags that say that a way is walked in its own direction only, and against it. */
  forward: readonly (readonly [key: string, value: string])[];
  backward: readonly (readonly [key: string, value: string])[];
};

export const walkableWays: WayRules = {
  highways: {
    footway: 'path',
    path: 'path',
    pedestrian: 'street',
    steps: 'steps',
    corridor: 'path',
    living_street: 'street',
    residential: 'street',
    service: 'street',
    unclassified: 'street',
    tertiary: 'street',
    tertiary_link: 'street',
    secondary: 'street',
    secondary_link: 'street',
    primary: 'street',
    primary_link: 'street',
    road: 'street',
    track: 'path',
    cycleway: 'path',
    bridleway: 'path',
    platform: 'path',
  },
  onlyWithFoot: { trunk: 'street', trunk_link: 'street', busway: 'street', escape: 'path', raceway: 'path' },
  never: ['motorway', 'motorway_link', 'construction', 'proposed', 'abandoned', 'razed', 'planned'],
  besides: [
    { key: 'railway', values: ['platform'], kind: 'path' },
    { key: 'public_transport', values: ['platform'], kind: 'path' },
    { key: 'man_made', values: ['pier'], kind: 'path' },
  ],
  kinds: [
    { key: 'footway', values: ['crossing', 'traffic_island'], kind: 'crossing' },
    { key: 'path', values: ['crossing'], kind: 'crossing' },
    { key: 'cycleway', values: ['crossing'], kind: 'crossing' },
    { key: 'highway', values: ['steps'], kind: 'steps' },
  ],
  open: ['yes', 'designated', 'permissive', 'destination', 'official', 'customers'],
  closed: [
    'no',
    'private',
    'use_sidepath',
    'discouraged',
    'agricultural',
    'forestry',
    'delivery',
    'military',
  ],
  forward: [
    ['oneway:foot', 'yes'],
    ['foot:backward', 'no'],
    ['conveying', 'forward'],
  ],
  backward: [
    ['oneway:foot', '-1'],
    ['foot:forward', 'no'],
    ['conveying', 'backward'],
  ],
};
