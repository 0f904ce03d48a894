import { remember, remembered } from '../state/remembered.ts';
import { setView, useView } from '../state/view.ts';

function apply(theme: 'light' | 'dark'): void {
  document.documentElement.dataset.theme = theme;
}

/** The theme of an earlier visit, otherwise what the system prefers. */
export function startTheme(): void {
  const preferred = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const kept = remembered('theme');
  const theme = kept === 'dark' || kept === 'light' ? kept : preferred;
  apply(theme);
  setView({ theme });
}

export function switchTheme(): void {
  const theme = useView.getState().theme === 'dark' ? 'light' : 'dark';
  remember('theme', theme);
  apply(theme);
  setView({ theme });
}
