const firstMs = 2_000;
const longestMs = 5 * 60_000;

/** How long to wait after so many failures in a row before trying again: twice as long each time, to five minutes. */
export const pauseAfter = (failures: number): number =>
  Math.min(longestMs, firstMs * 2 ** Math.max(0, failures - 1));

/**
 * Does something once it has been quiet for a while, and at the latest so long after the first call, however busy it
 * stays. Answers the way to say that something happened.
 */
export function whenQuiet(act: () => void, quietMs: number, latestMs: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: number | null = null;
  return () => {
    const now = Date.now();
    latest ??= now + latestMs;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        latest = null;
        act();
      },
      Math.max(0, Math.min(quietMs, latest - now)),
    );
  };
}
