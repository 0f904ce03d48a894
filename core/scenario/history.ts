/** A state that was left, and what the step away from it was called. */
type Step<State> = { state: State; label: string };

/**
 * Undo and redo over immutable states. `past` is oldest first, `future` is nearest last; a step carries the
 * label of the change between its state and the one after it.
 */
export type History<State> = {
  readonly past: readonly Step<State>[];
  readonly present: State;
  readonly future: readonly Step<State>[];
  /** Names the gesture that made the present, so that the rest of it can join the same step; null after it. */
  readonly gesture: string | null;
};

export function startHistory<State>(present: State): History<State> {
  return { past: [], present, future: [], gesture: null };
}

/**
 * Makes `next` the present; what was undone can no longer be redone. Changes in a row with the same `gesture`
 * (a slider that moves, a shape that is dragged) are one step. A change to the same state is no step.
 */
export function record<State>(
  history: History<State>,
  next: State,
  label: string,
  gesture: string | null = null,
): History<State> {
  if (Object.is(next, history.present)) return history;
  if (gesture !== null && gesture === history.gesture) return { ...history, present: next, future: [] };
  return { past: [...history.past, { state: history.present, label }], present: next, future: [], gesture };
}

/** Closes a gesture: the next change is a step of its own. */
export function endGesture<State>(history: History<State>): History<State> {
  return history.gesture === null ? history : { ...history, gesture: null };
}

/** One step back; the same history when there is none. */
export function undo<State>(history: History<State>): History<State> {
  const step = history.past.at(-1);
  if (!step) return history;
  return {
    past: history.past.slice(0, -1),
    present: step.state,
    future: [...history.future, { state: history.present, label: step.label }],
    gesture: null,
  };
}

/** One step forward again; the same history when there is none. */
export function redo<State>(history: History<State>): History<State> {
  const step = history.future.at(-1);
  if (!step) return history;
  return {
    past: [...history.past, { state: history.present, label: step.label }],
    present: step.state,
    future: history.future.slice(0, -1),
    gesture: null,
  };
}

/**
 * The same steps after something changed from outside: `change` is made in every state, so that no step takes it
 * back. A step that then changes nothing any more is dropped.
 */
export function rebase<State>(
  history: History<State>,
  change: (state: State) => State,
  same: (one: State, other: State) => boolean,
): History<State> {
  const changed = (steps: readonly Step<State>[]) =>
    steps.map(({ state, label }) => ({ state: change(state), label }));
  const present = change(history.present);
  const differing = (steps: readonly Step<State>[], at: number, next: State) =>
    !same(steps[at]!.state, steps[at + 1]?.state ?? next);
  const past = changed(history.past);
  const future = changed(history.future);
  return {
    past: past.filter((_, at) => differing(past, at, present)),
    present,
    future: future.filter((_, at) => differing(future, at, present)),
    gesture: null,
  };
}

/** What `undo` would take back, or null. */
export function undoLabel<State>(history: History<State>): string | null {
  return history.past.at(-1)?.label ?? null;
}

/** What `redo` would do again, or null. */
export function redoLabel<State>(history: History<State>): string | null {
  return history.future.at(-1)?.label ?? null;
}
