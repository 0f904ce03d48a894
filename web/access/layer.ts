import { useMemo } from 'react';
import { VALUE_STATUS } from '../../core/areas/types.ts';
import { type AreasAccess, type ReachRule, useAreasAccess } from '../data/access.ts';
import { breaksOf } from '../layers/classes.ts';
import { type LayerModel, rangeOf } from '../layers/model.ts';
import { sequentialColours } from '../layers/ramps.ts';
import { paintValues } from '../map/paint.ts';
import { useScene } from '../state/scene.tsx';
import { type ReachLayer, useView } from '../state/view.ts';
import { useRule } from './rule.ts';

const COLUMN = { distance: 'median_m', share: 'share', unmet: 'unmet_deprived', wifi: 'share' } as const;
const THEME = { distance: 'children', share: 'children', unmet: 'poverty', wifi: 'children' } as const;

/** The reach layer that the map shows, outside a scenario; null while an indicator is shown. */
export function useReachShown(): ReachLayer | null {
  return useView(view => (view.place === 'map' ? view.reachLayer : null));
}

/** What the shown layer asks: the rule of the norm, and of public wifi its distance alone, whoever comes there. */
export function useShownRule(): ReachRule {
  const shown = useReachShown();
  const { rule } = useRule();
  const { withinM } = rule;
  return useMemo(
    () => (shown === 'wifi' ? { functions: ['wifi'], withinM, minAreaM2: null, ages: null } : rule),
    [shown, rule, withinM],
  );
}

/** Reach by area for the level on the map, of the whole region, so that the classes stay when the scope changes. */
export function useReachAnswer(): AreasAccess | undefined {
  const { ground, level } = useScene();
  const shown = useReachShown();
  const rule = useShownRule();
  const { data } = useAreasAccess(ground, shown === null ? null : { rule, level, scope: null });
  return data?.level === level ? data : undefined;
}

/** The map of reach, in place of an indicator; null where none is chosen. */
export function useReachLayer(): LayerModel | null {
  const { areas, inside } = useScene();
  const shown = useReachShown();
  const answer = useReachAnswer();
  const method = useView(view => view.method);
  const count = useView(view => view.classCount);
  const dark = useView(view => view.theme === 'dark');
  const column = useMemo(() => {
    if (shown === null || answer === undefined || areas === undefined) return null;
    const cells = new Float64Array(areas.codes.length).fill(Number.NaN);
    const given = answer.columns[COLUMN[shown]];
    answer.columns.index.forEach((index, k) => {
      cells[index] = given[k] ?? Number.NaN;
    });
    return cells;
  }, [shown, answer, areas]);
  return useMemo(() => {
    if (shown === null) return null;
    if (column === null || column.length !== inside.length)
      return { kind: 'reach', paint: null, breaks: [], colours: [], range: null, statuses: [] };
    const breaks = breaksOf(column, method, count);
    const colours = sequentialColours(THEME[shown], breaks.length + 1, dark);
    const status = Uint8Array.from(column, one =>
      Number.isNaN(one) ? VALUE_STATUS.missing : VALUE_STATUS.ok,
    );
    const paint = paintValues({ value: column, status }, breaks, colours, inside);
    const missing = status.some(one => one === VALUE_STATUS.missing);
    return {
      kind: 'reach',
      paint,
      breaks,
      colours,
      range: rangeOf(column),
      statuses: missing ? [VALUE_STATUS.missing] : [],
    };
  }, [shown, column, inside, method, count, dark]);
}
