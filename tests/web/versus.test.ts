import { describe, expect, it } from 'vitest';
import { type Followable, moveTogether } from '../../web/map/follow.ts';
import { initialView, scenarioInView } from '../../web/state/view.ts';
import { dividerAfterKey } from '../../web/versus/divider.ts';

/** A map that says that it moved before it returns, as MapLibre's does. */
function fakeMap() {
  const heard = { move: new Set<() => void>(), moveend: new Set<() => void>() };
  let camera = { center: [4, 51] as [number, number], zoom: 8 };
  let jumps = 0;
  const tell = (event: 'move' | 'moveend') => {
    for (const listener of [...heard[event]]) listener();
  };
  const map: Followable = {
    on: (event, listener) => heard[event].add(listener),
    off: (event, listener) => heard[event].delete(listener),
    getCenter: () => ({ lng: camera.center[0], lat: camera.center[1] }),
    getZoom: () => camera.zoom,
    jumpTo: next => {
      jumps++;
      camera = next;
      tell('move');
      tell('moveend');
    },
  };
  const drag = (lon: number) => {
    camera = { center: [lon, 51], zoom: 9 };
    tell('move');
  };
  return { map, drag, letGo: () => tell('moveend'), at: () => camera, jumps: () => jumps };
}

describe('maps that move together', () => {
  it('show the same at every step, whichever is moved, and tell where it came to rest once', () => {
    const [one, other] = [fakeMap(), fakeMap()];
    const rests: number[] = [];
    const stop = moveTogether([one.map, other.map], camera => rests.push(camera.lon));
    one.drag(4.1);
    expect(other.at()).toEqual({ center: [4.1, 51], zoom: 9 });
    one.drag(4.2);
    one.letGo();
    other.drag(4.5);
    other.letGo();
    expect(one.at().center).toEqual([4.5, 51]);
    expect(rests).toEqual([4.2, 4.5]);
    expect([one.jumps(), other.jumps()]).toEqual([1, 2]);
    stop();
    one.drag(3);
    one.letGo();
    expect(other.at().center).toEqual([4.5, 51]);
    expect(rests).toHaveLength(2);
  });
});

describe('the divider', () => {
  it('moves by one or ten percent, to the edges, and not beyond', () => {
    expect(dividerAfterKey('ArrowLeft', 50)).toBe(49);
    expect(dividerAfterKey('ArrowUp', 50)).toBe(51);
    expect(dividerAfterKey('PageUp', 50)).toBe(60);
    expect(dividerAfterKey('PageDown', 4)).toBe(0);
    expect(dividerAfterKey('ArrowRight', 100)).toBe(100);
    expect(dividerAfterKey('Home', 50)).toBe(0);
    expect(dividerAfterKey('End', 50)).toBe(100);
    expect(dividerAfterKey('Tab', 50)).toBeNull();
  });
});

describe('what is looked at while two are compared', () => {
  const comparing = { ...initialView, place: 'scenario' as const, versus: 'swipe' as const, scenario: 'z' };

  it('is the ground of the right one, else of the left', () => {
    expect(scenarioInView({ ...comparing, left: 'a', right: 'b' })).toBe('b');
    expect(scenarioInView({ ...comparing, left: 'a' })).toBe('a');
    expect(scenarioInView(comparing)).toBe('z');
    expect(scenarioInView({ ...comparing, versus: null, right: 'b' })).toBe('z');
    expect(scenarioInView({ ...comparing, place: 'map', right: 'b' })).toBeNull();
  });
});
