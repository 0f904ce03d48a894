let made = 0;

/** Names for the steps of undo: everything between two ends has one name, and no name comes back. */
export function gestures() {
  let name: string | null = null;
  let keptUntil = 0;
  return {
    current(): string {
      name ??= `drag-${++made}`;
      return name;
    },
    /** The next move begins a step of its own, unless it comes while the step is kept. */
    end(): void {
      if (performance.now() >= keptUntil) name = null;
    },
    /** Moves by key one right after another are one step. */
    keepFor(ms: number): void {
      const now = performance.now();
      if (now >= keptUntil) name = null;
      keptUntil = now + ms;
    },
  };
}
