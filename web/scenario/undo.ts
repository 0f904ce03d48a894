import i18next from 'i18next';
import { create } from 'zustand';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { areasNamed } from '../../core/scenario/edits.ts';
import { announce } from '../controls/Announcer.tsx';
import { changedIds, stateOf } from '../state/records.ts';
import { setView, useView } from '../state/view.ts';
import { redoStep, type Stepped, undoStep, useWorkspace } from '../state/workspace.ts';
import { openScenario } from './opening.ts';

/** What was last taken back or done again, in words, and the areas it was about; null once it was read. */
export type StepNotice = { text: string; areas: readonly string[] };
export const useStepNotice = create<{ notice: StepNotice | null }>()(() => ({ notice: null }));
export const dismissStepNotice = () => useStepNotice.setState({ notice: null });

/** Areas of the edits that are not the same in both, each once. */
export function changedAreas(before: ScenarioDocument | null, after: ScenarioDocument | null): string[] {
  const written = (document: ScenarioDocument | null) =>
    new Map((document?.edits ?? []).map(edit => [JSON.stringify(edit), areasNamed(edit)] as const));
  const one = written(before);
  const other = written(after);
  const changed = [...one, ...other].filter(([text]) => !(one.has(text) && other.has(text)));
  return [...new Set(changed.flatMap(([, areas]) => areas))];
}

/** Brings on screen what a step changed, and closes a scenario that it took away. Answers what that was. */
function follow({ before, after }: Stepped): { title: string; areas: string[] } {
  const ids = changedIds(before, after);
  const shown = after.scenarios.find(one => ids.includes(one.id));
  if (shown !== undefined) {
    openScenario(shown);
    return { title: shown.title, areas: changedAreas(stateOf(before, shown.id).document, shown) };
  }
  const { scenario } = useView.getState();
  const gone = scenario !== null && ids.includes(scenario);
  setView({ place: 'scenario', ...(gone ? { scenario: after.scenarios.at(-1)?.id ?? null } : {}) });
  return { title: stateOf(before, ids[0] ?? '').document?.title ?? '', areas: [] };
}

function shown(stepped: Stepped | null, said: 'scenario.undone' | 'scenario.redone'): void {
  if (stepped === null) return;
  const { title, areas } = follow(stepped);
  const text = i18next.t(said, { what: i18next.t(`scenario.history.${stepped.name}`), title });
  announce(text);
  useStepNotice.setState({ notice: { text, areas } });
  const { workspace } = useWorkspace.getState();
  // Whatever is done next makes it old.
  const stop = useWorkspace.subscribe(state => {
    if (state.workspace === workspace) return;
    stop();
    if (useStepNotice.getState().notice?.text === text) dismissStepNotice();
  });
}

/** Undo and redo as a person does them: never out of sight, and said in words. */
export const undoOnScreen = () => shown(undoStep(), 'scenario.undone');
export const redoOnScreen = () => shown(redoStep(), 'scenario.redone');
