import { CLASS_METHODS } from '../../core/areas/classes.ts';
import { useWords } from '../i18n/words.ts';
import { availableOf } from '../layers/availability.ts';
import { boxAround } from '../layers/scope.ts';
import { lookAt } from '../map/shared.ts';
import { pinHighest } from '../panels/highest.ts';
import { useNewScenario } from '../scenario/newScenario.ts';
import { redoOnScreen, undoOnScreen } from '../scenario/undo.ts';
import { chooseLevel, chooseScope } from '../shell/choose.ts';
import { switchTheme } from '../shell/theme.ts';
import { useBaseline } from '../state/baseline.ts';
import { useScene } from '../state/scene.tsx';
import { select } from '../state/selection.ts';
import { placeWithMap, setView, useView } from '../state/view.ts';
import type { Command } from './command.ts';
import { useDrawingCommands } from './drawing.ts';
import { useScenarioCommands } from './scenario.ts';

function useGoing(): Command[] {
  const { t } = useWords();
  const create = useNewScenario();
  return [
    { id: 'go-map', title: t('command.goMap'), keys: ['1'], run: () => setView({ place: 'map' }) },
    {
      id: 'go-scenario',
      title: t('command.goScenario'),
      keys: ['2'],
      run: () => setView({ place: 'scenario' }),
    },
    {
      id: 'go-compare',
      title: t('command.goCompare'),
      keys: ['3'],
      run: () => setView({ place: 'compare' }),
    },
    { id: 'go-data', title: t('command.goData'), keys: ['4'], run: () => setView({ place: 'data' }) },
    { id: 'go-places', title: t('places.title'), run: () => setView({ place: 'places' }) },
    {
      id: 'palette',
      title: t('command.palette'),
      keys: ['Ctrl K', '/'],
      run: () => setView({ dialog: 'palette' }),
    },
    { id: 'keys', title: t('command.keys'), keys: ['?'], run: () => setView({ dialog: 'keys' }) },
    ...(create === null
      ? []
      : [{ id: 'new-scenario', title: t('command.newScenario'), keys: ['N'], run: create }]),
    { id: 'undo', title: t('command.undo'), keys: ['Z', 'Ctrl Z'], run: undoOnScreen },
    { id: 'redo', title: t('command.redo'), keys: ['Y', 'Ctrl Y'], run: redoOnScreen },
    { id: 'whole', title: t('command.wholeRegion'), run: () => chooseScope(null) },
    { id: 'theme', title: t('command.theme'), run: switchTheme },
    { id: 'dutch', title: t('command.dutch'), run: () => setView({ language: 'nl' }) },
    { id: 'english', title: t('command.english'), run: () => setView({ language: 'en' }) },
  ];
}

/** Which figures are shown; an open scenario has its own and keeps them. */
function useFigures(): Command[] {
  const { t, text } = useWords();
  const { indicators, levels, showing } = useScene();
  const place = useView(view => view.place);
  if (useBaseline() !== null) return [];
  const offered = indicators.filter(one => availableOf(one, indicators).length > 0);
  return [
    ...offered.map(one => ({
      id: `indicator-${one.id}`,
      title: t('command.indicator', { name: text(one.title) }),
      run: () => setView({ indicator: one.id, place: placeWithMap(place) }),
    })),
    ...levels.map(one => ({
      id: `level-${one.id}`,
      title: t('command.level', { name: text(one.title) }),
      run: () => chooseLevel(one.id),
    })),
    ...(showing?.years ?? []).map(year => ({
      id: `year-${year}`,
      title: t('command.year', { year }),
      run: () => setView({ year }),
    })),
  ];
}

/** What can be done with the map and the table, where these are on screen. */
function useMapCommands(): Command[] {
  const { t } = useWords();
  const scene = useScene();
  const { areas, inside, level } = scene;
  const method = useView(view => view.method);
  const place = useView(view => view.place);
  if (placeWithMap(place) !== place) return [];
  return [
    ...CLASS_METHODS.filter(one => one !== method).map(one => ({
      id: `method-${one}`,
      title: t('command.method', { name: t(`legend.${one}`) }),
      run: () => setView({ method: one }),
    })),
    {
      id: 'fit',
      title: t('command.fit'),
      run: () => {
        const box = areas === undefined ? null : boxAround(areas, inside);
        if (box !== null) lookAt(box);
      },
    },
    { id: 'highest', title: t('command.highest'), keys: ['H'], run: () => pinHighest(scene) },
    {
      id: 'table',
      title: t('command.table'),
      keys: ['T'],
      run: () => setView({ table: !useView.getState().table }),
    },
    {
      id: 'select-all',
      title: t('command.selectAll'),
      run: () =>
        select(
          level,
          (areas?.codes ?? []).filter((_, i) => inside[i] === 1),
        ),
    },
    { id: 'clear', title: t('command.clear'), run: () => select(level, []) },
  ];
}

/** Every command there is at this moment and place, the same for the palette, the keys and the sheet. */
export function useCommands(): Command[] {
  return [
    ...useDrawingCommands(),
    ...useScenarioCommands(),
    ...useGoing(),
    ...useFigures(),
    ...useMapCommands(),
  ];
}
