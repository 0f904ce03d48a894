import type { ScenarioBaseline, ScenarioDocument, ScenarioParameters } from '../../core/scenario/document.ts';
import type { Edit } from '../../core/scenario/edit.ts';
import { newScenario } from '../../core/scenario/edits.ts';
import { withoutResults } from '../../core/scenario/results.ts';
import type { Way } from '../../core/spreading/plan-by.ts';
import { keptEdits } from '../../core/spreading/scenario.ts';
import { newId } from '../state/identity.ts';
import { type Deleted, type Workspace, withKept } from '../state/records.ts';
import { copyTitle } from '../state/titles.ts';
import { keepVersionSoon } from '../state/versionKeeping.ts';
import { sameContent } from '../state/versions.ts';
import { setView } from '../state/view.ts';
import { change, notify, type StepName, useWorkspace } from '../state/workspace.ts';
import { openScenario, sameScope } from './opening.ts';

/** Everything a person can do to scenarios. Each is one step that can be undone. */

export const now = () => new Date().toISOString();

export const scenarioOf = (id: string) =>
  useWorkspace.getState().workspace.scenarios.find(one => one.id === id) ?? null;

export const append =
  (scenario: ScenarioDocument) =>
  (workspace: Workspace): Workspace => ({
    ...workspace,
    scenarios: [...workspace.scenarios, scenario],
  });

export function revise(
  name: StepName,
  id: string,
  revised: (scenario: ScenarioDocument) => ScenarioDocument,
  gesture: string | null = null,
): void {
  // One that is not of this browser, such as behind a frozen link, is to be read only.
  if (scenarioOf(id) === null) return;
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

/**
 * Takes in a document from a file or the server in the place of the one that is here. Where that one has anything
 * else in it, it is set aside as a deleted one is, and the person is told: undo is gone after a reload.
 */
export function takeIn(given: ScenarioDocument, name: 'open' | 'server' = 'open'): void {
  const document = withoutResults(given);
  const here = scenarioOf(document.id);
  const replaced = here === null || sameContent(here, document) ? null : here;
  if (replaced !== null) keepVersionSoon(replaced, 'before');
  change(name, workspace => {
    const taken = withKept(workspace, document.id, { document, deletedAt: null });
    if (replaced === null) return taken;
    const aside = { document: { ...replaced, id: newId() }, deletedAt: now() };
    return { ...taken, deleted: [...taken.deleted, aside] };
  });
  openScenario(document);
  if (replaced !== null) notify('replaced', document.title, replaced.title);
}

const withEdits =
  (changed: (edits: readonly Edit[]) => Edit[]) =>
  (scenario: ScenarioDocument): ScenarioDocument => ({ ...scenario, edits: changed(scenario.edits) });

export function addEdits(id: string, added: readonly Edit[]): void {
  revise(
    'add',
    id,
    withEdits(edits => [...edits, ...added]),
  );
}

/** Puts a plan in the place of an earlier one of the same way, but for what of that is locked. */
export function adoptPlan(id: string, plan: readonly Edit[], way: Way): void {
  revise(
    'plan',
    id,
    withEdits(edits => [...keptEdits(edits, way), ...plan]),
  );
}

/** Puts new places in the stead of those that an earlier search gave, whose ids begin alike. */
export function adoptPlaces(id: string, places: readonly Edit[], prefix: string): void {
  revise(
    'plan',
    id,
    withEdits(edits => [...edits.filter(edit => !edit.id.startsWith(prefix)), ...places]),
  );
}

/** Changes an edit; changes in a row with one `gesture`, such as typing on in a field, are one step. */
export function changeEdit(
  id: string,
  edit: string,
  changed: (edit: Edit) => Edit,
  { name = 'change', gesture = null }: { name?: StepName; gesture?: string | null } = {},
): void {
  const all = withEdits(edits => edits.map(one => (one.id === edit ? changed(one) : one)));
  revise(name, id, all, gesture === null ? null : `${edit}-${gesture}`);
}

/** A copy comes right after its original. */
export function copyEdit(id: string, edit: string): void {
  const both = (one: Edit): Edit[] => (one.id === edit ? [one, { ...one, id: newId() }] : [one]);
  revise(
    'copy',
    id,
    withEdits(edits => edits.flatMap(both)),
  );
}

/** Puts an edit so many places further; answers its place from 0. */
export function moveEdit(id: string, edit: string, by: number): number {
  const edits = scenarioOf(id)?.edits ?? [];
  const from = edits.findIndex(one => one.id === edit);
  const to = Math.max(0, Math.min(edits.length - 1, from + by));
  const moved = edits[from];
  if (moved === undefined || to === from) return from;
  revise(
    'order',
    id,
    withEdits(all => all.filter(one => one.id !== edit).toSpliced(to, 0, moved)),
  );
  return to;
}

/** Sets what the numbers rest on. */
export function setParameters(
  id: string,
  parameters: ScenarioParameters,
  gesture: string | null = null,
): void {
  revise('parameters', id, scenario => ({ ...scenario, parameters }), gesture && `parameters-${gesture}`);
}

export function removeEdit(id: string, edit: string): void {
  revise(
    'remove',
    id,
    withEdits(edits => edits.filter(one => one.id !== edit)),
  );
}

/** Looks at another part of the region; the part that is looked at already makes no step. */
export function scopeScenario(id: string, scope: ScenarioBaseline['scope']): void {
  const scenario = scenarioOf(id);
  if (scenario === null || sameScope(scenario.baseline.scope, scope)) return;
  revise('scope', id, one => ({ ...one, baseline: { ...one.baseline, scope } }));
}
