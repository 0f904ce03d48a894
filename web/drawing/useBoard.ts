import { useEffect, useRef, useState } from 'react';
import type { MapController } from '../map/controller.ts';
import { mapTheme } from '../map/theme.ts';
import { useView } from '../state/view.ts';
import type { Board, BoardEvents } from './board.ts';
import { setDrawing } from './drawing.ts';

/** The tool on the map for as long as the component is there; it is loaded when someone first draws. */
export function useBoard(controller: MapController, events: BoardEvents): Board | null {
  const [board, setBoard] = useState<Board | null>(null);
  const latest = useRef(events);
  latest.current = events;
  useEffect(() => {
    let alive = true;
    let made: Board | null = null;
    import('./board.ts').then(
      ({ createBoard }) => {
        if (!alive) return;
        made = createBoard(controller.map, mapTheme(useView.getState().theme === 'dark'), {
          moved: hand => latest.current.moved(hand),
          settled: geometry => latest.current.settled(geometry),
          refused: fault => latest.current.refused(fault),
        });
        setBoard(made);
        setDrawing({ ready: true });
      },
      (failed: unknown) => setDrawing({ failed }),
    );
    return () => {
      alive = false;
      made?.remove();
    };
  }, [controller]);
  return board;
}
