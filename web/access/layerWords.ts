import { useMemo } from 'react';
import type { AreaWords } from '../layers/model.ts';
import { useReachAnswer, useReachShown, useShownRule } from './layer.ts';
import { useAccessWords } from './words.ts';

/** What the colours of a map of reach stand for. */
export function useReachTitle(): string {
  const { t, functions, count } = useAccessWords();
  const shown = useReachShown();
  const rule = useShownRule();
  return shown === null
    ? ''
    : t(`access.layer.${shown}Title`, { functions: functions(rule.functions), metres: count(rule.withinM) });
}

/** A bound of its classes. */
export function useReachBound(): (bound: number) => string {
  const { share, metres, people } = useAccessWords();
  const shown = useReachShown();
  return shown === 'share' || shown === 'wifi' ? share : shown === 'unmet' ? people : metres;
}

/** One area on that map in words; null while an indicator is shown. */
export function useReachAreaWords(): ((index: number) => AreaWords) | null {
  const words = useAccessWords();
  const shown = useReachShown();
  const answer = useReachAnswer();
  const what = useReachTitle();
  return useMemo(() => {
    if (shown === null) return null;
    const { t, share, metres, people, count } = words;
    const at = new Map(answer?.columns.index.map((index, k) => [index, k]));
    return index => {
      const k = at.get(index);
      const cell = (column: (number | null)[] | undefined) =>
        k === undefined ? null : (column?.[k] ?? null);
      const { columns } = answer ?? {};
      const [children, reached] = [cell(columns?.children), cell(columns?.reached)];
      const value =
        shown === 'distance'
          ? cell(columns?.median_m)
          : cell(shown === 'unmet' ? columns?.unmet_deprived : columns?.share);
      return {
        figure:
          value === null
            ? t('access.layer.unknown')
            : shown === 'share' || shown === 'wifi'
              ? share(value)
              : shown === 'unmet'
                ? people(value)
                : metres(value),
        what,
        detail:
          children === null || reached === null || children === 0
            ? ''
            : t('access.layer.detail', {
                reached: people(reached),
                children: people(children),
                metres: count(answer?.rule.withinM ?? 0),
              }),
      };
    };
  }, [words, shown, answer, what]);
}
