import { expect, it } from 'vitest';
import { blocksWalking, walkable } from '../../../../server/sources/osm/walkable.ts';

it.each<[Record<string, string>, string | null]>([
  [{ highway: 'residential' }, 'street'],
  [{ highway: 'footway' }, 'path'],
  [{ highway: 'steps' }, 'steps'],
  [{ highway: 'footway', footway: 'crossing' }, 'crossing'],
  [{ highway: 'steps', access: 'private' }, null],
  [{ highway: 'service', access: 'private', foot: 'yes' }, 'street'],
  [{ highway: 'service', access: 'no', foot: 'designated' }, 'street'],
  [{ highway: 'residential', foot: 'no' }, null],
  [{ highway: 'cycleway', foot: 'use_sidepath' }, null],
  [{ highway: 'motorway' }, null],
  [{ highway: 'motorway', foot: 'yes' }, null],
  [{ highway: 'trunk' }, null],
  [{ highway: 'trunk', foot: 'yes' }, 'street'],
  [{ highway: 'busway' }, null],
  [{ highway: 'something new', foot: 'designated' }, 'path'],
  [{ highway: 'constructor' }, null],
  [{ highway: 'construction', foot: 'yes' }, null],
  [{ railway: 'platform' }, 'path'],
  [{ railway: 'rail' }, null],
  [{ waterway: 'canal' }, null],
  [{ foot: 'yes' }, null],
  [{}, null],
])('%j is walked as %s', (tags, kind) => {
  expect(walkable(tags)?.kind ?? null).toBe(kind);
});

it('a way has a direction for people on foot, and not the one of cars', () => {
  expect(walkable({ highway: 'residential', oneway: 'yes' })?.direction).toBe(0);
  expect(walkable({ highway: 'steps', conveying: 'backward' })?.direction).toBe(-1);
  expect(walkable({ highway: 'footway', 'oneway:foot': 'yes' })?.direction).toBe(1);
  expect(walkable(null)).toBeNull();
});

it.each<[Record<string, string>, boolean]>([
  [{ barrier: 'gate' }, false],
  [{ barrier: 'gate', access: 'private' }, true],
  [{ barrier: 'gate', access: 'private', foot: 'yes' }, false],
  [{ barrier: 'gate', locked: 'yes' }, true],
  [{ access: 'private' }, false],
])('%j stops people: %s', (tags, stops) => {
  expect(blocksWalking(tags)).toBe(stops);
});
