import type { ScenarioBaseline, ScenarioDocument } from '../../core/scenario/document.ts';
import type { Edit } from '../../core/scenario/edit.ts';
import { branchOf } from '../../core/scenario/edits.ts';
import { newId } from '../state/identity.ts';
import { withKept } from '../state/records.ts';
import { branchTitle, copyTitle } from '../state/titles.ts';
import { keepVersionSoon } from '../state/versionKeeping.ts';
import { change, useWorkspace } from '../state/workspace.ts';
import { openScenario } from './opening.ts';
import { append, now, revise, scenarioOf } from './steps.ts';

/** Steps from one version of a scenario to another; each can be undone, and what it replaces stays a version. */

type Ground = Pick<ScenarioBaseline, 'release' | 'areasHash' | 'vintage'>;

/** A scenario of one's own that begins as a version of another; `from` need not be in this browser. */
export function branchScenario(from: ScenarioDocument): void {
  const title = branchTitle(useWorkspace.getState().workspace, from.title);
  const branch = branchOf(from, { id: newId(), title, now: now() });
  change('branch', append(branch));
  openScenario(branch);
}

/** Makes a scenario what a version of it was. What it is now is kept as a version first. */
export function restoreVersion(id: string, { document }: { document: ScenarioDocument }): void {
  const here = scenarioOf(id);
  if (here === null) return;
  keepVersionSoon(here, 'before');
  revise('version', id, ({ createdAt }) => ({ ...document, id, createdAt }));
  const restored = scenarioOf(id);
  if (restored !== null) openScenario(restored);
}

/** What the server has takes the place of what is here, which it had before and which stays a version in this browser. */
export function takeLatest(document: ScenarioDocument): void {
  const here = scenarioOf(document.id);
  if (here !== null) keepVersionSoon(here, 'before');
  change('server', workspace => withKept(workspace, document.id, { document, deletedAt: null }));
  openScenario(document);
}

/**
 * What someone else made of the scenario takes the place of what is here, which goes on beside it as a copy: nothing is
 * lost, and one step takes it back.
 */
export function keepBeside(id: string, theirs: ScenarioDocument): void {
  const mine = scenarioOf(id);
  if (mine === null) return;
  const title = copyTitle(useWorkspace.getState().workspace, mine.title);
  const copy = { ...mine, id: newId(), title, createdAt: now() };
  change('both', workspace => append(copy)(withKept(workspace, id, { document: theirs, deletedAt: null })));
  openScenario(theirs);
}

/** Moves a scenario to another release, with its drawn sites divided over the areas of that one. */
export function moveScenario(id: string, ground: Ground, edits: readonly Edit[]): void {
  const here = scenarioOf(id);
  if (here !== null) keepVersionSoon(here, 'before');
  revise('move', id, scenario => ({
    ...scenario,
    edits: [...edits],
    baseline: { ...scenario.baseline, ...ground },
  }));
}
