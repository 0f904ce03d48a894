import { type KeyboardEvent, useCallback, useRef } from 'react';
import { codePositions } from '../../core/areas/hierarchy.ts';
import { announce } from '../controls/Announcer.tsx';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import { useView } from '../state/view.ts';
import type { AreaActions } from './actions.ts';
import type { MapController } from './controller.ts';
import { isArrowKey, neighbourTowards } from './neighbours.ts';

/** The area nearest the middle of the map: where the arrows begin when nothing was chosen yet. */
function nearestTo(
  lon: number,
  lat: number,
  points: { lon: Float64Array; lat: Float64Array },
  mask: Uint8Array,
) {
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < mask.length; i++) {
    const away = ((points.lon[i] ?? 0) - lon) ** 2 + ((points.lat[i] ?? 0) - lat) ** 2;
    if (mask[i] === 1 && away < least) {
      least = away;
      best = i;
    }
  }
  return best;
}

/** Arrow keys walk over the areas, Enter does what a click does, Shift with Enter or the space bar selects. */
export function useMapKeys(
  controller: MapController | null,
  actions: AreaActions,
  focus: (index: number) => void,
) {
  const { t } = useWords();
  const { areas, inside, level } = useScene();
  const at = useRef<number | null>(null);

  return useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      if (controller === null || areas === undefined || event.ctrlKey || event.metaKey || event.altKey)
        return;
      const { hovered, pinned } = useView.getState();
      const known = [hovered, pinned].find(one => one?.level === level);
      const current =
        known === undefined ? at.current : (codePositions(areas).get(known?.code ?? '') ?? null);
      const go = (index: number | null) => {
        if (index === null) {
          announce(t('map.edge'));
          return;
        }
        at.current = index;
        actions.hover(index);
        focus(index);
        actions.say(index);
        controller.reveal(areas.lon[index] ?? 0, areas.lat[index] ?? 0);
      };
      if (isArrowKey(event.key)) {
        const centre = controller.map.getCenter();
        go(
          current === null
            ? nearestTo(centre.lng, centre.lat, areas, inside)
            : neighbourTowards(areas, current, event.key, inside),
        );
      } else if (event.key === 'Enter' || event.key === ' ') {
        if (current !== null) actions.pick(current, event.shiftKey || event.key === ' ');
      } else if (event.key === '+' || event.key === '=') controller.map.zoomIn();
      else if (event.key === '-') controller.map.zoomOut();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    [controller, actions, focus, areas, inside, level, t],
  );
}
