import { codesInAddress, parseView, viewAddress } from './url.ts';
import type { View } from './view.ts';
import { initialView, useView } from './view.ts';

const names = Object.keys(initialView) as (keyof View)[];
/** Moving the map or fiddling with classes makes no step for the back button; going somewhere does. */
const steps: readonly (keyof View)[] = [
  'place',
  'release',
  'region',
  'scope',
  'level',
  'year',
  'indicator',
  'pinned',
  'scenario',
  'table',
  'of',
  'index',
  'sort',
  'cityDensity',
  'draws',
  'seed',
  'clamp',
];

type Entry = { selection: View['selection'] } | null;

function readAddress(): View {
  const view = parseView(location.search);
  const entry = history.state as Entry;
  return entry?.selection && view.selection === null ? { ...view, selection: entry.selection } : view;
}

/** Keeps the address bar and the view the same, both ways. Returns the way to stop. */
export function followAddress(): () => void {
  let applying = true;
  useView.setState(readAddress());
  applying = false;

  const write = (view: View, previous: View) => {
    if (applying || !names.some(name => view[name] !== previous[name])) return;
    const large = (view.selection?.codes.length ?? 0) > codesInAddress;
    const entry: Entry = large ? { selection: view.selection } : null;
    const address = viewAddress(view);

    const step = steps.some(name => view[name] !== previous[name]) && previous.region !== null;
    if (step) history.pushState(entry, '', address);
    else history.replaceState(entry, '', address);
  };
  const read = () => {
    applying = true;
    useView.setState(readAddress());
    applying = false;
  };
  const stop = useView.subscribe(write);
  window.addEventListener('popstate', read);
  return () => {
    stop();
    window.removeEventListener('popstate', read);
  };
}
