import { setView, useView } from '../state/view.ts';

const kept = 'buurtbalans.theme';

function apply(theme: 'light' | 'dark'): void {
  document.documentElement.dataset.theme = theme;
}

/** The theme of an earlier visit, otherwise what the system prefers. */
export function startTheme(): void {
  const remembered = localStorage.getItem(kept);
  const dark =
    remembered === null ? matchMedia('(prefers-color-scheme: dark)').matches : remembered === 'dark';
  const theme = dark ? 'dark' : 'light';
  apply(theme);
  setView({ theme });
}

export function switchTheme(): void {
  const theme = useView.getState().theme === 'dark' ? 'light' : 'dark';
  localStorage.setItem(kept, theme);
  apply(theme);
  setView({ theme });
}
