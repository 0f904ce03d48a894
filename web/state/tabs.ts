/** The other tabs of this browser that have the product open. */
const others = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('buurtbalans');

/** Tells them that something was kept. */
export const tellOthers = () => others?.postMessage('changed');

/** Does something whenever one of them tells so. */
export const whenTold = (act: () => void) => others?.addEventListener('message', act);
