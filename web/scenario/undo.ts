import i18next from 'i18next';
import { announce } from '../controls/Announcer.tsx';
import { changedIds, stateOf } from '../state/records.ts';
import { setView, useView } from '../state/view.ts';
import { redoStep, type Stepped, undoStep } from '../state/workspace.ts';
import { openScenario } from './opening.ts';

/** Brings on screen what a step changed, and closes a scenario that it took away. Answers the title of what changed. */
function follow({ before, after }: Stepped): string {
  const ids = changedIds(before, after);
  const shown = after.scenarios.find(one => ids.includes(one.id));
  if (shown !== undefined) {
    openScenario(shown);
    return shown.title;
  }
  const { scenario } = useView.getState();
  if (scenario !== null && ids.includes(scenario)) setView({ scenario: after.scenarios.at(-1)?.id ?? null });
  return stateOf(before, ids[0] ?? '').document?.title ?? '';
}

function shown(stepped: Stepped | null, said: 'scenario.undone' | 'scenario.redone'): void {
  if (stepped === null) return;
  const title = follow(stepped);
  announce(i18next.t(said, { what: i18next.t(`scenario.history.${stepped.name}`), title }));
}

/** Undo and redo as a person does them: never out of sight, and said aloud. */
export const undoOnScreen = () => shown(undoStep(), 'scenario.undone');
export const redoOnScreen = () => shown(redoStep(), 'scenario.redone');
