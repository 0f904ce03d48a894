/** Why this browser keeps nothing: no room left, a tab with an earlier version in the way, or no right to. */
export type KeepFault = 'full' | 'blocked' | 'forbidden';

/** Reads the fault out of what IndexedDB threw. */
export function faultOfKeeping(error: unknown): KeepFault {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  return name === 'TimeoutError' ? 'blocked' : 'forbidden';
}
