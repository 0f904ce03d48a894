import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { SiteGeometry } from '../../core/scenario/geometry.ts';
import { announce } from '../controls/Announcer.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { useWords } from '../i18n/words.ts';
import type { MapController } from '../map/controller.ts';
import { useSiteDraft } from '../scenario/siteDraft.ts';
import { Cross } from './Cross.tsx';
import { useCross } from './cross.ts';
import { DrawingBar } from './DrawingBar.tsx';
import { deedHelp } from './deedHelp.ts';
import { endDrawing, type Fault, setDrawing, type Task, useDrawing } from './drawing.ts';
import { focusMap, useDrawingKeys } from './keys.ts';
import { useSurfaceText } from './surface.ts';
import { keepUnfinished, type Unfinished } from './unfinished.ts';
import { useBoard } from './useBoard.ts';

type Props = { controller: MapController; task: Extract<Task, { kind: 'draw' }> };

/** A shape that is drawn anew: undo and redo go by its corners, and once it is closed it is given away. */
export function Sketch({ controller, task }: Props) {
  const { t } = useWords();
  const surface = useSurfaceText();
  const { canUndo, canRedo, corners, busy } = useDrawing();
  const finished = useRef<SiteGeometry | null>(null);
  const replaying = useRef(false);
  const cross = useCross(controller);
  const title = task.title ?? t(`drawing.draw.${task.shape}`);

  const give = async (geometry: SiteGeometry) => {
    finished.current = geometry;
    setDrawing({ busy: true, failed: null, fault: null });
    try {
      await task.take(geometry);
      keepUnfinished(null);
      endDrawing();
    } catch (failed) {
      setDrawing({ failed, busy: false });
    }
  };
  /** A rectangle or circle is two clicks: only corners that would be missed are kept. */
  const keep = (put: Unfinished['corners']) => {
    if (task.shape !== 'polygon' || replaying.current) return;
    const { scenario, edit, catchment } = task;
    const { lng, lat } = controller.map.getCenter();
    const camera = { lon: lng, lat, zoom: controller.map.getZoom() };
    const { open: _, ...draft } = useSiteDraft.getState();
    keepUnfinished(put.length === 0 ? null : { scenario, edit, catchment, corners: put, camera, draft });
  };
  const board = useBoard(controller, {
    moved: ({ put, corners, surfaceM2, canUndo, canRedo }) => {
      if (corners !== useDrawing.getState().corners) keep(put);
      setDrawing({ corners, surfaceM2, canUndo, canRedo, fault: null });
    },
    settled: geometry => {
      // The tool is still closing the shape when it says so.
      queueMicrotask(() => board?.rest());
      void give(geometry);
    },
    refused: found => {
      // A shape that is not closed yet has no corners to drag.
      const fault: Fault = found === 'crosses-itself' ? 'crosses-while-drawn' : found;
      setDrawing({ fault });
      announce(t(`drawing.fault.${fault}`));
    },
  });

  useEffect(() => {
    board?.draw(task.shape);
    if (board === null || task.begun === undefined) return;
    replaying.current = true;
    board.putAgain(task.begun.corners, task.begun.camera);
    replaying.current = false;
  }, [board, task]);
  useEffect(() => {
    focusMap();
    announce(t('drawing.started', { what: title, help: deedHelp('draw', t) }));
  }, [t, title]);

  const cancel = () => {
    keepUnfinished(null);
    endDrawing();
    announce(t('drawing.cancelled'));
  };
  const place = () => {
    if (board === null || busy) return;
    board.pointAt(cross.here.x, cross.here.y, true);
    const { task: still, corners: n, surfaceM2 } = useDrawing.getState();
    if (still === null) return;
    announce(t('drawing.corner', { n, surface: surfaceM2 > 0 ? surface(surfaceM2) : '' }));
  };
  useDrawingKeys({
    move: (dx, dy) => {
      const { x, y } = cross.move(dx, dy);
      board?.pointAt(x, y, false);
    },
    place,
    finish: () => {
      if (task.shape === 'polygon') board?.finish();
      else place();
    },
    cancel,
    undo: () => board?.undo(),
    redo: () => board?.redo(),
  });
  return (
    <>
      <Cross at={cross.at} />
      <DrawingBar
        title={title}
        help={t(`drawing.help.${task.shape}`)}
        keys={deedHelp('draw', t)}
        onRetry={() => finished.current !== null && void give(finished.current)}
        onCancel={cancel}
      >
        <IconButton
          icon="undo"
          keys="Ctrl Z"
          label={t('drawing.undo')}
          isDisabled={!canUndo}
          onPress={() => board?.undo()}
        />
        <IconButton
          icon="redo"
          keys="Ctrl Y"
          label={t('drawing.redo')}
          isDisabled={!canRedo}
          onPress={() => board?.redo()}
        />
        {task.shape === 'polygon' && (
          <Button className="button primary" isDisabled={corners < 3 || busy} onPress={() => board?.finish()}>
            {t('drawing.finish')}
          </Button>
        )}
      </DrawingBar>
    </>
  );
}
