const MAX_SHOWN = 60;

/** A value of a file inside a message: as JSON, cut to a readable length. */
export function shown(value: unknown): string {
  const text =
    (typeof value === 'string' ? JSON.stringify(value.slice(0, MAX_SHOWN + 1)) : JSON.stringify(value)) ??
    String(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
