import { create } from 'zustand';
import { remember, remembered } from '../state/remembered.ts';

export type PlacesTab = 'list' | 'duplicates' | 'log';

type Work = {
  tab: PlacesTab;
  /** Id of the place in hand, `new` for one that is being added. */
  selected: string | null;
  author: string;
  /** The last correction that was made here, to take back with one press. */
  last: number | null;
};

/** What someone is doing on the page of places; the name goes with every correction and is remembered. */
export const usePlaceWork = create<Work>()(() => ({
  tab: 'list',
  selected: null,
  author: remembered('author') ?? '',
  last: null,
}));

export const selectPlace = (selected: string | null) => usePlaceWork.setState({ selected });
export const showTab = (tab: PlacesTab) => usePlaceWork.setState({ tab });
export const made = (last: number | null) => usePlaceWork.setState({ last });

export function setAuthor(author: string): void {
  usePlaceWork.setState({ author });
  remember('author', author);
}
