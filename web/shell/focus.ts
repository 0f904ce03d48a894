import { useEffect } from 'react';

const regions = 'main, section, nav, fieldset';

const isUsable = (element: HTMLElement) =>
  element.isConnected && !element.matches(':disabled') && element.getClientRects().length > 0;

/** What encloses an element, from near to far, kept for when the element is gone and nothing leads there any more. */
function ancestorsOf(element: Element): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let at = element.parentElement; at !== null; at = at.parentElement) found.push(at);
  return found;
}

/** The part of the page nearest to where the focus was: what encloses it, or what stands in its stead. */
function nearestRegion(ancestors: readonly HTMLElement[]): HTMLElement | null {
  for (const at of ancestors) {
    if (!isUsable(at)) continue;
    if (at.classList.contains('page')) break;
    const region = at.matches(regions) ? at : at.querySelector<HTMLElement>(regions);
    if (region !== null && isUsable(region)) return region;
  }
  return document.querySelector('main');
}

function focusOn(element: HTMLElement | null): void {
  if (element === null) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/**
 * Never loses the focus: when what had it goes away (a panel that closes, a notice that was read, a button that
 * has nothing left to do), it returns to where it was on the page before, or to the part of the page around that.
 * Dialogs and menus return it themselves; this is for when what opened them is gone too.
 */
export function keepFocus(): () => void {
  let focused: HTMLElement | null = null;
  let onPage: HTMLElement | null = null;
  let around: HTMLElement[] = [];
  let waiting = false;

  const took = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    focused = target;
    if (target.closest('.page') === null) return;
    onPage = target;
    around = ancestorsOf(target);
  };
  const restore = () => {
    waiting = false;
    const lost = document.activeElement === document.body && focused !== null && !isUsable(focused);
    if (!lost) return;
    focusOn(onPage !== null && isUsable(onPage) ? onPage : nearestRegion(around));
  };
  /** After the next frame, in which dialogs and menus return the focus themselves. */
  const check = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => setTimeout(restore));
  };
  const observer = new MutationObserver(() => {
    const { activeElement } = document;
    // A button that was switched off has the focus for one moment more.
    if (activeElement === document.body || activeElement?.matches(':disabled')) check();
  });
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden'],
  });
  document.addEventListener('focusin', took);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', took);
  };
}

export const useKeptFocus = () => useEffect(keepFocus, []);
