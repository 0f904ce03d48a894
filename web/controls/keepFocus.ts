/** Where the focus was: the element, and its place among the children of each element around it, innermost first. */
type Trace = { element: HTMLElement; around: readonly { parent: Element; place: number }[] };

/** As far back as a menu that opened a dialog that opened a list. */
const longestTrail = 12;

/** No field to type in: there the keys of commands, such as undo, would be letters, and a telephone opens its keyboard. */
const focusable = [
  'a[href]',
  'button',
  '[type="checkbox"]',
  '[type="radio"]',
  'select',
  'summary',
  '[tabindex="0"]:not(input)',
]
  .map(one => `${one}:not([tabindex="-1"], :disabled)`)
  .join(', ');

const usable = (element: Element) =>
  element.isConnected && element.matches(':not(:disabled)') && element.checkVisibility();

function traceOf(element: HTMLElement): Trace {
  const around: Trace['around'][number][] = [];
  // The page and each dialog stand in the body beside one another: what is in another of them is not near.
  let at: Element = element;
  while (at.parentElement !== null && at.parentElement !== document.body) {
    around.push({ parent: at.parentElement, place: [...at.parentElement.children].indexOf(at) });
    at = at.parentElement;
  }
  return { element, around };
}

function firstWithin(element: Element): HTMLElement | undefined {
  const all = [element, ...element.querySelectorAll(focusable)];
  return all.find(
    (one): one is HTMLElement => one.matches(focusable) && usable(one) && one instanceof HTMLElement,
  );
}

/** What took the place of the element, else what stood before it, else what came after; then a circle wider. */
function nearest({ around }: Trace): HTMLElement | undefined {
  for (const { parent, place } of around) {
    if (!parent.isConnected) continue;
    const children = [...parent.children];
    const inOrder = [children[place], ...children.slice(0, place).reverse(), ...children.slice(place + 1)];
    for (const child of inOrder) {
      const found = child === undefined ? undefined : firstWithin(child);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/**
 * Whoever works with the keyboard must not fall out of the page when the element they are on goes away: a row that
 * is deleted, a button that has done its work, a dialog whose opener is gone. The focus then goes to what stands
 * nearest, or to where it came from. Returns the way to stop.
 */
export function keepFocus(): () => void {
  let trail: Trace[] = [];
  let current: Trace | null = null;
  let planned = false;

  const came = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || target === document.body) return;
    current = traceOf(target);
    trail = [...trail.filter(one => one.element !== target), current].slice(-longestTrail);
  };
  // Someone who clicks beside everything leaves on purpose.
  const left = () =>
    setTimeout(() => {
      if (document.hasFocus() && document.activeElement === document.body && current !== null) {
        if (usable(current.element)) current = null;
      }
    });
  const check = () => {
    planned = false;
    if (current === null || document.activeElement !== document.body || usable(current.element)) return;
    const next = nearest(current) ?? trail.findLast(one => usable(one.element))?.element;
    current = null;
    next?.focus({ preventScroll: true });
  };
  // Dialogs and menus give the focus back by themselves one frame after they close.
  const changed = () => {
    if (planned || current === null || usable(current.element)) return;
    planned = true;
    requestAnimationFrame(() => requestAnimationFrame(check));
  };
  const observer = new MutationObserver(changed);
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ['disabled', 'hidden'],
  });
  document.addEventListener('focusin', came);
  document.addEventListener('focusout', left);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', came);
    document.removeEventListener('focusout', left);
  };
}
