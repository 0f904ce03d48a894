import { create } from 'zustand';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { useView } from './view.ts';

/** What a frozen link shows. It is no scenario of this browser, so its id is one that none of those has. */
export type Frozen = {
  /** As it is on screen, under an id of its own. */
  document: ScenarioDocument;
  /** As it was shared. */
  original: ScenarioDocument;
  revision: number;
  /** When that version came to be on the server. */
  updatedAt: string;
  /** The part of the address that opens it again. */
  fragment: string;
};

type State = {
  frozen: Frozen | null;
  /** The part of the address of a link that is being opened, or that could not be. */
  asked: string | null;
};

export const useFrozen = create<State>()(() => ({ frozen: null, asked: null }));

/** What a frozen link shows, while that is on screen. */
export function useFrozenOnScreen(): Frozen | null {
  const open = useView(view => (view.place === 'scenario' ? view.scenario : null));
  return useFrozen(({ frozen }) => (frozen?.document.id === open ? frozen : null));
}

/** The end of the address: a frozen link stays in it for as long as it is open, so that a reload shows it again. */
export function fragmentOf(scenario: string | null): string {
  const { frozen, asked } = useFrozen.getState();
  if (asked !== null) return asked;
  return frozen !== null && frozen.document.id === scenario ? frozen.fragment : '';
}
