import { useCallback, useEffect, useRef, useState } from 'react';
import { codePositions } from '../../core/areas/hierarchy.ts';
import { Drawing } from '../drawing/Drawing.tsx';
import { isDrawing } from '../drawing/drawing.ts';
import { useWords } from '../i18n/words.ts';
import type { LayerModel } from '../layers/model.ts';
import { boxAround } from '../layers/scope.ts';
import { clickedFacility } from '../scenario/chosenFacility.ts';
import { pointedAt } from '../scenario/pointing.ts';
import { StepNotice } from '../scenario/StepNotice.tsx';
import { useOpenScenario } from '../state/baseline.ts';
import { useScene } from '../state/scene.tsx';
import { selectedCodes } from '../state/selection.ts';
import { setView, useView } from '../state/view.ts';
import { type AreaActions, useAreaActions } from './actions.ts';
import { useAreaSpot } from './areaSpot.ts';
import { useMapContent } from './content.ts';
import { createMapController, type MapController } from './controller.ts';
import { useEditMarks } from './edit-marks.ts';
import { HoverCard, type Hovered } from './HoverCard.tsx';
import { useMapKeys } from './keys.ts';
import { MapButtons } from './MapButtons.tsx';
import { followPointer } from './pointer.ts';
import { shareMap } from './shared.ts';

/** Creates the map once and lets the pointer work on whatever the screen is about at that moment. */
function useController(container: React.RefObject<HTMLDivElement | null>, actions: AreaActions) {
  const content = useMapContent();
  const [controller, setController] = useState<MapController | null>(null);
  const [failed, setFailed] = useState(false);
  const [spot, setSpot] = useState<Hovered | null>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const first = useRef(content);
  const latest = useRef(actions);
  latest.current = actions;

  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    let alive = true;
    let made: MapController | null = null;
    let stop = () => {};
    createMapController(element, first.current, useView.getState().camera).then(
      controller => {
        if (!alive) {
          controller.remove();
          return;
        }
        made = controller;
        stop = followPointer(controller.map, {
          hover: (index, at, facility) => {
            setSpot(index === null ? null : { ...at, facility });
            latest.current.hover(index);
          },
          pick: (index, add) => latest.current.pick(index, add),
          open: index => latest.current.makeScope(index),
          box: box => latest.current.selectBox(box),
          point: pointedAt,
          busy: isDrawing,
          facility: clickedFacility,
        });
        controller.map.on('moveend', () => {
          const { lng, lat } = controller.map.getCenter();
          setView({ camera: { lon: lng, lat, zoom: controller.map.getZoom() } });
        });
        shareMap(controller);
        setController(controller);
      },
      () => setFailed(true),
    );
    return () => {
      alive = false;
      stop();
      shareMap(null);
      made?.remove();
    };
  }, [container]);

  const shownTheme = useRef(first.current.theme);
  useEffect(() => {
    controller?.show(content, shownTheme.current !== content.theme);
    shownTheme.current = content.theme;
  }, [controller, content]);
  const focusSpot = useAreaSpot(controller, focused);
  // What was moved last says where the card stands: the pointer or the focus.
  const focus = useCallback((index: number) => {
    setSpot(null);
    setFocused(index);
  }, []);
  return { controller, content, spot: spot ?? focusSpot, focus, failed };
}

/** Writes colours and marks whenever they change; nothing else on the map moves. */
export function useStates(controller: MapController | null, layer: LayerModel, source: unknown) {
  const { areas, level } = useScene();
  const selection = useView(view => view.selection);
  const pinned = useView(view => view.pinned);
  const hovered = useView(view => view.hovered);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another source has no states yet and is painted anew
  useEffect(() => {
    if (controller === null || layer.paint === null) return;
    controller.painter.paint(layer.paint);
  }, [controller, layer.paint, source]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another source has no marks yet
  useEffect(() => {
    if (controller === null || areas === undefined) return;
    const at = codePositions(areas);
    const places = (codes: readonly string[]) => codes.flatMap(code => at.get(code) ?? []);
    controller.painter.mark('selected', places(selectedCodes(selection, level)));
    controller.painter.mark('pinned', pinned?.level === level ? places([pinned.code]) : []);
    controller.painter.mark('hovered', hovered?.level === level ? places([hovered.code]) : []);
  }, [controller, areas, selection, pinned, hovered, level, source]);
}

/** The back button and links move the map; its own moves come back here and change nothing. */
export function useCamera(controller: MapController | null) {
  const camera = useView(view => view.camera);
  useEffect(() => {
    if (controller === null || camera === null) return;
    const { lng, lat } = controller.map.getCenter();
    const away =
      Math.abs(lng - camera.lon) +
      Math.abs(lat - camera.lat) +
      Math.abs(controller.map.getZoom() - camera.zoom);
    if (away > 0.01 && !controller.map.isMoving()) {
      controller.map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom });
    }
  }, [controller, camera]);
}

/** Where nothing says which part to look at, the scope fills the map; a camera in the address is kept. */
export function useFit(controller: MapController | null) {
  const { areas, inside } = useScene();
  const fitted = useRef<Uint8Array | null>(null);
  const fillView = useCallback(
    (animate: boolean) => {
      const box =
        areas === undefined || areas.codes.length !== inside.length ? null : boxAround(areas, inside);
      if (box !== null) controller?.fit(box, animate);
    },
    [controller, areas, inside],
  );
  useEffect(() => {
    if (controller === null || areas === undefined || fitted.current === inside) return;
    const firstTime = fitted.current === null;
    fitted.current = inside;
    if (useView.getState().camera === null) fillView(!firstTime);
  }, [controller, areas, inside, fillView]);
  return fillView;
}

export function MapView({ layer }: { layer: LayerModel }) {
  const { t, text } = useWords();
  const scene = useScene();
  const container = useRef<HTMLDivElement>(null);
  const actions = useAreaActions(layer);
  const { controller, content, spot, focus, failed } = useController(container, actions);
  useStates(controller, layer, content.areas);
  useEditMarks(controller, content.areas);
  useCamera(controller);
  const showAll = useFit(controller);
  const choosing = useOpenScenario() !== null;
  const keys = useMapKeys(controller, actions, focus);
  const level = scene.levels.find(one => one.id === scene.level);
  const label = t('map.label', {
    indicator: text(scene.indicator.title),
    level: level === undefined ? scene.level : text(level.title),
  });
  return (
    <section className="map" aria-label={t('place.map')}>
      <div
        className="map-frame"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys walk over the map
        tabIndex={0}
        aria-label={label}
        aria-describedby="map-help"
        onKeyDown={keys}
        onBlur={() => actions.hover(null)}
      >
        <div ref={container} className="map-canvas" data-testid="map" />
      </div>
      <p id="map-help" className="unseen">
        {t(choosing ? 'map.helpChoosing' : 'map.help')}
      </p>
      {failed && <p className="map-failed">{t('error.webgl')}</p>}
      {spot !== null && <HoverCard spot={spot} layer={layer} />}
      <StepNotice />
      <Drawing controller={controller} />
      <MapButtons controller={controller} onFit={() => showAll(true)} />
      {layer.paint === null && <p className="map-busy">{t('map.loading')}</p>}
    </section>
  );
}
