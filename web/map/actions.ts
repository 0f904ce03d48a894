import { useMemo } from 'react';
import { announce } from '../controls/Announcer.tsx';
import { useWords } from '../i18n/words.ts';
import type { LayerModel } from '../layers/model.ts';
import { atLevel } from '../layers/scope.ts';
import { useAreaWords } from '../panels/areaWords.ts';
import { chooseScope, pin } from '../shell/choose.ts';
import { useOpenScenario } from '../state/baseline.ts';
import { useScene } from '../state/scene.tsx';
import { addToSelection, selectedCodes, toggleSelected } from '../state/selection.ts';
import { setView, useView } from '../state/view.ts';
import type { Box } from './pointer.ts';

export type AreaActions = {
  hover: (index: number | null) => void;
  /** Shows the figures of an area; with `add`, and always while a scenario is open, chooses it or lets it go. */
  pick: (index: number | null, add: boolean) => void;
  makeScope: (index: number) => void;
  selectBox: (box: Box) => void;
  /** Says what an area is, for whoever cannot see it. */
  say: (index: number) => void;
};

/** What can be done with an area on the map, with the mouse as with the keyboard. */
export function useAreaActions(layer: LayerModel): AreaActions {
  const { t } = useWords();
  const { areas, level, inside, columns } = useScene();
  const words = useAreaWords(layer);
  // Whoever works on a scenario comes to choose areas: one click or tap does that and shows the figures too.
  const choosing = useOpenScenario() !== null;
  return useMemo(() => {
    const codeAt = (index: number | null) => (index === null ? undefined : areas?.codes[index]);
    const count = () => selectedCodes(useView.getState().selection, level).length;
    return {
      hover: index => {
        const code = codeAt(index);
        setView({ hovered: code === undefined ? null : { level, code } });
      },
      pick: (index, add) => {
        const code = codeAt(index);
        if (code === undefined || index === null) {
          if (!add) pin(null);
          return;
        }
        if (!add && !choosing) {
          pin({ level, code });
          return;
        }
        const chosen = toggleSelected(level, code);
        if (choosing && chosen) pin({ level, code });
        if (!chosen && useView.getState().pinned?.code === code) pin(null);
        const name = areas?.names[index] ?? code;
        announce(t(chosen ? 'map.selected' : 'map.deselected', { name, count: count() }));
      },
      makeScope: index => {
        // Two quick clicks choose and let go; they must not change what a scenario is measured on.
        if (choosing) return;
        const code = codeAt(index);
        const town = code === undefined ? null : atLevel({ level, code }, 'municipality', columns);
        if (town !== null) chooseScope(town);
      },
      selectBox: ({ west, south, east, north }) => {
        if (areas === undefined) return;
        const within = areas.codes.filter((_, i) => {
          const lon = areas.lon[i] ?? Number.NaN;
          const lat = areas.lat[i] ?? Number.NaN;
          return inside[i] === 1 && lon >= west && lon <= east && lat >= south && lat <= north;
        });
        addToSelection(level, within);
        announce(t('selection.count', { count: count() }));
      },
      say: index => announce(words.announcement(index)),
    };
  }, [areas, level, inside, columns, words, choosing, t]);
}
