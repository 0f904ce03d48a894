import { flushSync } from 'react-dom';
import { create } from 'zustand';
import { mapsOnScreen } from '../map/onScreen.ts';
import { setView, useView } from '../state/view.ts';
import { type Arrangement, takePicture } from './picture.ts';

/** What is on its way to the printer; the sheets are made for as long as that takes. */
type Printing = { sheet: { picture: HTMLCanvasElement | null; at: string } | null };
export const usePrinting = create<Printing>()(() => ({ sheet: null }));

/** A map that is never done must not keep a page from being printed. */
const MOST_WAITING_MS = 8000;

function arrangementOnScreen(): Arrangement {
  const { versus, split } = useView.getState();
  return versus === 'swipe' ? { kind: 'split', at: split / 100 } : { kind: 'beside' };
}

/** Whichever way printing begins, by our command or by the browser's own, the sheets are there before it does. */
export function makeSheets(): void {
  const begin = () => {
    const picture = takePicture(arrangementOnScreen());
    flushSync(() => usePrinting.setState({ sheet: { picture, at: new Date().toISOString() } }));
  };
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', () => usePrinting.setState({ sheet: null }));
}

const isIdle = () => mapsOnScreen().every(({ container }) => container.dataset.mapIdle === 'true');

async function mapsDrawn(): Promise<void> {
  const until = performance.now() + MOST_WAITING_MS;
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
  await frame();
  await frame();
  while (!isIdle() && performance.now() < until) await new Promise(resolve => setTimeout(resolve, 50));
}

/** Prints what is on screen; colours go to paper as they are on a light screen. */
export async function printPage(): Promise<void> {
  const dark = useView.getState().theme === 'dark';
  const show = (theme: 'light' | 'dark') => {
    document.documentElement.dataset.theme = theme;
    setView({ theme });
  };
  if (dark) show('light');
  await mapsDrawn();
  window.print();
  if (dark) show('dark');
}
