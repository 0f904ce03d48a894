import { useEffect, useMemo, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { Edit } from '../../core/scenario/edit.ts';
import { areasNamed, drawnAs } from '../../core/scenario/edits.ts';
import type { SiteGeometry } from '../../core/scenario/geometry.ts';
import { redrawn } from '../../core/scenario/sites.ts';
import { announce } from '../controls/Announcer.tsx';
import { useWords } from '../i18n/words.ts';
import type { MapController } from '../map/controller.ts';
import { useAreasText } from '../scenario/editAreas.ts';
import { useEditWords } from '../scenario/editWords.ts';
import { sitePartsFor } from '../scenario/siteEdits.ts';
import { changeEdit, scenarioOf } from '../scenario/steps.ts';
import { UndoRedo } from '../scenario/UndoRedo.tsx';
import { useScene } from '../state/scene.tsx';
import type { Hand } from './board.ts';
import { DrawingBar } from './DrawingBar.tsx';
import { deedHelp } from './deedHelp.ts';
import { endDrawing, type Fault, setDrawing, useDrawing } from './drawing.ts';
import { gestures } from './gestures.ts';
import { focusMap, useDrawingKeys } from './keys.ts';
import { newestOnly } from './newest.ts';
import { useSurfaceText } from './surface.ts';
import { useBoard } from './useBoard.ts';

type Props = { controller: MapController; scenario: string; edit: Edit };
type Question = { geometry: SiteGeometry; gesture: string; settled: boolean };

/** Between two questions: a drag of a minute stays well within what the server takes. */
const PAUSE_MS = 200;

/**
 * An edit's shape under the hand. The scenario stays the truth: every move is written there once the areas are known,
 * one step a drag, and what undo does to it comes back on the board.
 */
export function Adjust({ controller, scenario, edit }: Props) {
  const { t } = useWords();
  const surface = useSurfaceText();
  const { ground, level } = useScene();
  const { called } = useEditWords();
  const areasText = useAreasText();
  const drawn = drawnAs(edit);
  const written = useRef<SiteGeometry | null>(null);
  const last = useRef<Question | null>(null);
  const gesture = useMemo(gestures, []);
  const shown = useRef({ t, surface, areasText });
  shown.current = { t, surface, areasText };

  const asked = useMemo(
    () =>
      newestOnly(
        ({ geometry }: Question) => sitePartsFor(ground, level, edit.kind, geometry),
        ({ geometry, gesture, settled }, parts) => {
          written.current = geometry;
          changeEdit(scenario, edit.id, one => redrawn(one, geometry, parts), { gesture });
          setDrawing({ failed: null });
          if (!settled) return;
          const { t, surface, areasText } = shown.current;
          const now = scenarioOf(scenario)?.edits.find(one => one.id === edit.id);
          const { surfaceM2 } = useDrawing.getState();
          const areas = areasText(now === undefined ? [] : areasNamed(now));
          announce(
            t('drawing.settled', {
              surface: surface(surfaceM2),
              areas: areas === '' ? t('drawing.outside') : areas,
            }),
          );
        },
        failed => setDrawing({ failed }),
        PAUSE_MS,
      ),
    [ground, level, scenario, edit.id, edit.kind],
  );
  useEffect(() => () => asked.drop(), [asked]);

  const ask = (geometry: SiteGeometry, settled: boolean) => {
    last.current = { geometry, gesture: gesture.current(), settled };
    asked.put(last.current);
  };
  const show = ({ corners, surfaceM2, fault }: Hand) => setDrawing({ corners, surfaceM2, fault });
  const board = useBoard(controller, {
    moved: hand => {
      show(hand);
      if (hand.geometry !== null && hand.fault === null) ask(hand.geometry, false);
    },
    settled: geometry => {
      ask(geometry, true);
      gesture.end();
    },
    refused: (fault: Fault) => {
      setDrawing({ fault });
      announce(t(`drawing.fault.${fault}`));
      gesture.end();
    },
  });

  // Only what changed elsewhere, such as by undo, is put on the board again.
  useEffect(() => {
    if (board === null || drawn === null || drawn === written.current) return;
    asked.drop();
    written.current = drawn;
    const { corners, surfaceM2, fault } = board.hold(drawn);
    setDrawing({ corners, surfaceM2, fault, failed: null });
  }, [board, drawn, asked]);
  const title = t('drawing.adjust', { name: called(edit) });
  useEffect(() => {
    focusMap();
    announce(t('drawing.started', { what: title, help: deedHelp('adjust', t) }));
  }, [t, title]);

  useDrawingKeys({
    move: (dx, dy) => {
      gesture.keepFor(2000);
      board?.nudge(dx, dy);
    },
    place: () => {},
    finish: endDrawing,
    cancel: endDrawing,
  });
  return (
    <DrawingBar
      title={title}
      help={t('drawing.help.adjust')}
      keys={deedHelp('adjust', t)}
      onRetry={() => last.current !== null && asked.put(last.current)}
      onCancel={endDrawing}
    >
      <UndoRedo />
      <Button className="button primary" onPress={endDrawing}>
        {t('drawing.done')}
      </Button>
    </DrawingBar>
  );
}
