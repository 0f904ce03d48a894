import type { Map as MapLibreMap } from 'maplibre-gl';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { DRAWING_PREFIX } from './prefix.ts';

/** A centimetre: what is finer is no measurement. */
export const DECIMALS = 7;

type Pointer = {
  lng: number;
  lat: number;
  containerX: number;
  containerY: number;
  button: 'left' | 'neither';
  heldKeys: string[];
  isContextMenu: boolean;
};

/** What the adapter calls in the mode that is on. terra-draw's own types do not resolve under `nodenext`. */
type ModeCallbacks = {
  onKeyUp: (event: { key: string; heldKeys: string[]; preventDefault: () => void }) => void;
  onMouseMove: (event: Pointer) => void;
  onClick: (event: Pointer) => void;
};

/** The tool on our map: keys and a pointer moved by keys reach it through here, and no key twice. */
export class MapAdapter extends TerraDrawMapLibreGLAdapter<MapLibreMap> {
  protected declare _currentModeCallbacks: ModeCallbacks | undefined;
  readonly #map: MapLibreMap;
  readonly #deaf = document.createElement('canvas');
  #gone = false;

  constructor(map: MapLibreMap) {
    super({ map, prefixId: DRAWING_PREFIX, coordinatePrecision: DECIMALS });
    this.#map = map;
    map.once('remove', () => {
      this.#gone = true;
    });
  }

  /** The page decides what a key does, wherever the focus is; the tool would hear only those on the canvas. */
  override getMapEventElement(event?: string): HTMLCanvasElement {
    return event === 'keydown' || event === 'keyup' ? this.#deaf : this.#map.getCanvas();
  }

  /** A double click never zooms this map. */
  override setDoubleClickToZoom(): void {}

  override unregister(): void {
    if (!this.#gone) super.unregister();
  }

  press(key: 'Enter' | 'Escape'): void {
    this._currentModeCallbacks?.onKeyUp({ key, heldKeys: [], preventDefault: () => {} });
  }

  /** The pointer at a place of the map in pixels, as the mouse gives it. */
  pointAt(x: number, y: number, click: boolean): void {
    const event: Pointer = {
      ...this.unproject(x, y),
      containerX: x,
      containerY: y,
      button: click ? 'left' : 'neither',
      heldKeys: [],
      isContextMenu: false,
    };
    this._currentModeCallbacks?.onMouseMove(event);
    if (click) this._currentModeCallbacks?.onClick(event);
  }
}
