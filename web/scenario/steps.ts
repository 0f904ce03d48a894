import type { AddDwellings, Edit, ScenarioBaseline, ScenarioDocument } from '../../core/scenario/document.ts';
import { addDwellings, newScenario } from '../../core/scenario/edits.ts';
import { setView } from '../state/view.ts';
import { change, type StepName, useWorkspace, type Workspace } from '../state/workspace.ts';

/** Everything a person can do to scenarios. Each is one step that can be undone. */

const now = () => new Date().toISOString();

/** Works on plain HTTP too, where `crypto.randomUUID` is missing. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

export const scenarioOf = (id: string) =>
  useWorkspace.getState().workspace.scenarios.find(one => one.id === id) ?? null;

const append = (scenario: ScenarioDocument) => (workspace: Workspace) => ({
  scenarios: [...workspace.scenarios, scenario],
});

function revise(
  name: StepName,
  id: string,
  revised: (scenario: ScenarioDocument) => ScenarioDocument,
  gesture: string | null = null,
): void {
  change(
    name,
    ({ scenarios }) => ({
      scenarios: scenarios.map(one => (one.id === id ? { ...revised(one), updatedAt: now() } : one)),
    }),
    gesture,
  );
}

export function createScenario(title: string, baseline: ScenarioBaseline): string {
  const id = newId();
  change('create', append(newScenario({ id, title, baseline, now: now() })));
  setView({ scenario: id, place: 'scenario' });
  return id;
}

export function renameScenario(id: string, title: string): void {
  const name = title.trim().slice(0, 200);
  if (name === '' || scenarioOf(id)?.title === name) return;
  revise('rename', id, scenario => ({ ...scenario, title: name }));
}

export function duplicateScenario(id: string, title: string): void {
  const original = scenarioOf(id);
  if (original === null) return;
  const copy = { ...original, id: newId(), title: title.slice(0, 200), createdAt: now(), updatedAt: now() };
  change('duplicate', append(copy));
  setView({ scenario: copy.id });
}

export function deleteScenario(id: string): void {
  change('delete', ({ scenarios }) => ({ scenarios: scenarios.filter(one => one.id !== id) }));
  setView({ scenario: useWorkspace.getState().workspace.scenarios.at(-1)?.id ?? null });
}

/** Takes in a document from a file or the server; one that is here already is replaced, which can be undone too. */
export function takeIn(document: ScenarioDocument, name: 'open' | 'server' = 'open'): void {
  change(name, ({ scenarios }) => ({
    scenarios: scenarios.some(one => one.id === document.id)
      ? scenarios.map(one => (one.id === document.id ? document : one))
      : [...scenarios, document],
  }));
  setView({ scenario: document.id, place: 'scenario' });
}

export function addToAreas(id: string, areas: readonly string[], socialPerArea: number): void {
  const edit = addDwellings({ id: newId(), areas, socialPerArea });
  revise('add', id, scenario => ({ ...scenario, edits: [...scenario.edits, edit] }));
}

const steps: Record<'socialPerArea' | 'note' | 'enabled', StepName> = {
  socialPerArea: 'count',
  note: 'note',
  enabled: 'toggle',
};

/** Changes one field of an edit; typing on in the same field stays one step. */
export function changeEdit<F extends keyof typeof steps>(
  id: string,
  edit: string,
  field: F,
  value: AddDwellings[F],
): void {
  const gesture = field === 'enabled' ? null : `${edit}-${field}`;
  const changed = (one: Edit): Edit => (one.id === edit ? { ...one, [field]: value } : one);
  revise(steps[field], id, scenario => ({ ...scenario, edits: scenario.edits.map(changed) }), gesture);
}

export function removeEdit(id: string, edit: string): void {
  revise('remove', id, scenario => ({ ...scenario, edits: scenario.edits.filter(one => one.id !== edit) }));
}

/** Moves a scenario to other ground: another release, or another scope. */
export function moveScenario(id: string, baseline: Partial<ScenarioBaseline>): void {
  revise('move', id, scenario => ({ ...scenario, baseline: { ...scenario.baseline, ...baseline } }));
}
