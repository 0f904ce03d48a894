/** Choices that this browser remembers between visits. Where it may not, a choice lasts as long as the page. */
const prefix = 'buurtbalans.';

export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // Storage is full or forbidden: the page works on without.
  }
}
