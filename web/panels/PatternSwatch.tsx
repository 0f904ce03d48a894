import { useMemo } from 'react';
import { type PatternName, patternCanvas, patternColour } from '../layers/patterns.ts';
import { mapTheme } from '../map/theme.ts';
import { useView } from '../state/view.ts';

/** The same pattern as on the map, drawn by the same pen. */
export function PatternSwatch({ name }: { name: PatternName }) {
  const dark = useView(view => view.theme === 'dark');
  const image = useMemo(
    () => patternCanvas(name, patternColour(name, mapTheme(dark))).toDataURL(),
    [name, dark],
  );
  return <span className="swatch pattern" style={{ backgroundImage: `url(${image})` }} />;
}
