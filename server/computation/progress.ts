/** Where news of the computation of this thread goes; nobody listens where none was set. */
let teller: ((news: unknown) => void) | null = null;

/** Tells of a computation that goes on; plain data, because it travels between threads. */
export const tellProgress = (news: unknown): void => teller?.(news);

export const tellTo = (listener: ((news: unknown) => void) | null): void => {
  teller = listener;
};
