import type { ScenarioBaseline, ScenarioDocument } from '../../core/scenario/document.ts';
import type { Build, Edit } from '../../core/scenario/edit.ts';
import { addDwellings, newScenario } from '../../core/scenario/edits.ts';
import { newId } from '../state/identity.ts';
import { type Deleted, type Workspace, withKept } from '../state/records.ts';
import { copyTitle } from '../state/titles.ts';
import { setView } from '../state/view.ts';
import { change, type StepName, useWorkspace } from '../state/workspace.ts';
import { openScenario, sameScope } from './opening.ts';

type Ground = Pick<ScenarioBaseline, 'release' | 'areasHash' | 'vintage'>;

/** Everything a person can do to scenarios. Each is one step that can be undone. */

const now = () => new Date().toISOString();

export const scenarioOf = (id: string) =>
  useWorkspace.getState().workspace.scenarios.find(one => one.id === id) ?? null;

const append =
  (scenario: ScenarioDocument) =>
  (workspace: Workspace): Workspace => ({
    ...workspace,
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
    ({ scenarios, deleted }) => ({
      deleted,
      scenarios: scenarios.map(one => (one.id === id ? { ...revised(one), updatedAt: now() } : one)),
    }),
    gesture,
  );
}

export function createScenario(title: string, baseline: ScenarioBaseline): string {
  const scenario = newScenario({ id: newId(), title, baseline, now: now() });
  change('create', append(scenario));
  openScenario(scenario);
  return scenario.id;
}

export function renameScenario(id: string, title: string): void {
  const name = title.trim().slice(0, 200);
  if (name === '' || scenarioOf(id)?.title === name) return;
  revise('rename', id, scenario => ({ ...scenario, title: name }));
}

export function duplicateScenario(id: string): void {
  const original = scenarioOf(id);
  if (original === null) return;
  const title = copyTitle(useWorkspace.getState().workspace, original.title);
  const copy = { ...original, id: newId(), title, createdAt: now(), updatedAt: now() };
  change('duplicate', append(copy));
  openScenario(copy);
}

/** A deleted scenario is set aside, so that it can be put back, also after a reload. */
export function deleteScenario(id: string): void {
  const document = scenarioOf(id);
  if (document === null) return;
  change('delete', ({ scenarios, deleted }) => ({
    scenarios: scenarios.filter(one => one.id !== id),
    deleted: [...deleted, { document, deletedAt: now() }],
  }));
  setView({ scenario: useWorkspace.getState().workspace.scenarios.at(-1)?.id ?? null });
}

export function restoreScenario({ document }: Deleted): void {
  change('restore', workspace => withKept(workspace, document.id, { document, deletedAt: null }));
  openScenario(document);
}

/** Takes in a document from a file or the server; one that is here already is replaced, which can be undone too. */
export function takeIn(document: ScenarioDocument, name: 'open' | 'server' = 'open'): void {
  change(name, workspace => withKept(workspace, document.id, { document, deletedAt: null }));
  openScenario(document);
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

/** Moves a scenario to another release. */
export function moveScenario(id: string, ground: Ground): void {
  revise('move', id, scenario => ({ ...scenario, baseline: { ...scenario.baseline, ...ground } }));
}

/** Looks at another part of the region; the part that is looked at already makes no step. */
export function scopeScenario(id: string, scope: ScenarioBaseline['scope']): void {
  const scenario = scenarioOf(id);
  if (scenario === null || sameScope(scenario.baseline.scope, scope)) return;
  revise('scope', id, one => ({ ...one, baseline: { ...one.baseline, scope } }));
}
