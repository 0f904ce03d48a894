/** Something a person can do, by name in the palette and by key where it has one. */
export type Command = {
  id: string;
  title: string;
  /** Keys as on the sheet; a single letter counts outside text fields only. */
  keys?: readonly string[];
  /** False where whatever is under way hears these keys itself: they are shown, and run nothing here. */
  hears?: boolean;
  run: () => void;
};
