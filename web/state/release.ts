import { create } from 'zustand';
import { useCurrentRelease, useReleaseView } from '../data/queries.ts';
import type { ReleaseView } from '../data/types.ts';
import { useBaseline } from './baseline.ts';
import { setView, useView } from './view.ts';

/** The release that was current when the page opened, or that someone asked to see since. */
const useOpened = create<{ opened: ReleaseView | null }>()(() => ({ opened: null }));

export type ReleaseOnScreen = {
  release: ReleaseView | undefined;
  current: ReleaseView | undefined;
  error: Error | null;
  retry: () => void;
  /** The open scenario names a release that this server does not have. */
  gone: boolean;
};

/**
 * Which release is on screen: the scenario's own, the one in the address, or the one that was current when the
 * page opened. A newer one on the server is offered, never forced upon someone who is at work.
 */
export function useReleaseOnScreen(): ReleaseOnScreen {
  const current = useCurrentRelease();
  const asked = useView(view => view.release);
  const baseline = useBaseline();
  const opened = useOpened(state => state.opened);
  if (
    current.data !== undefined &&
    (opened === null || opened.regions.length === 0) &&
    opened !== current.data
  ) {
    useOpened.setState({ opened: current.data });
  }
  const ground = opened ?? current.data;
  const wanted = baseline?.release ?? asked ?? ground?.hash ?? null;
  const known = [ground, current.data].find(one => one?.hash === wanted);
  const other = useReleaseView(known === undefined ? wanted : null);
  const gone = baseline !== null && known === undefined && other.error !== null;
  return {
    release: known ?? other.data ?? (gone ? current.data : undefined),
    current: current.data,
    error: current.error ?? (gone ? null : other.error),
    retry: () => void (current.error === null ? other : current).refetch(),
    gone,
  };
}

/** Takes the newest release on screen. */
export function showRelease(newest: ReleaseView): void {
  useOpened.setState({ opened: newest });
  setView({ release: null });
}
