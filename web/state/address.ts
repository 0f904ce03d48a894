import { fragmentOf } from './frozen.ts';
import { codesInAddress, parseView, viewAddress } from './url.ts';
import type { View } from './view.ts';
import { initialView, useView } from './view.ts';

/** Moving the map or its divider, choosing areas or fiddling with classes and language makes no step for the back button. */
const { camera, selection, method, classCount, facilities, shown, language, split } = initialView;
const still = { camera, selection, method, classCount, facilities, shown, language, split };

/**
 * Where someone is, as far as going back is concerned. An open scenario carries its own region and scope; those are
 * undone, not gone back to.
 */
function whereabouts(view: View): string {
  const inScenario = view.place === 'scenario' && view.scenario !== null;
  return viewAddress({ ...view, ...still, ...(inScenario ? { region: null, scope: null } : {}) });
}

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
    const address = viewAddress(view);
    if (applying || (address === viewAddress(previous) && view.selection === previous.selection)) return;
    const large = (view.selection?.codes.length ?? 0) > codesInAddress;
    const entry: Entry = large ? { selection: view.selection } : null;
    const step = previous.region !== null && whereabouts(view) !== whereabouts(previous);
    const whole = address + fragmentOf(view.scenario);
    if (step) history.pushState(entry, '', whole);
    else history.replaceState(entry, '', whole);
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
