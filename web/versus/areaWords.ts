import { useMemo } from 'react';
import type { EvaluatedAreas } from '../../core/scenario/evaluated.ts';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import { shareIn } from './layers.ts';
import { useVersus } from './outcomes.tsx';

/** One area on both sides, in words; the change is empty where a side has no figure. */
export type AreaCompared = { name: string; left: string; right: string; change: string };

/** What an area is on both sides, for the card, the line below the maps and a screen reader. */
export function useAreaCompared(): { of: (index: number) => AreaCompared; aloud: (index: number) => string } {
  const { t, count, share, difference } = useWords();
  const { areas } = useScene();
  const { sides, outcomes, places } = useVersus();
  return useMemo(() => {
    const of = (index: number): AreaCompared => {
      const place = places.get(index);
      const name = areas?.names[index] ?? '';
      if (outcomes === null || place === undefined)
        return { name, left: t('map.outside'), right: t('map.outside'), change: '' };
      const side = (title: string, of: EvaluatedAreas) => {
        const value = shareIn(of, place);
        return Number.isNaN(value)
          ? t('versus.areaNo', { side: title })
          : t('versus.areaSide', {
              side: title,
              figure: share(value),
              social: count(of.socialAfter[place] ?? 0),
              total: count(of.totalAfter[place] ?? 0),
            });
      };
      const { left, right } = outcomes;
      const change = shareIn(right.areas, place) - shareIn(left.areas, place);
      return {
        name,
        left: side(sides.left.title, left.areas),
        right: side(sides.right.title, right.areas),
        change: Number.isNaN(change) ? '' : t('versus.areaChange', { change: difference(change, 'share') }),
      };
    };
    const aloud = (index: number) =>
      t('versus.areaAloud', { ...of(index) })
        .replace(/\s?%/g, ` ${t('map.percent')}`)
        .replace(/\s?pp/g, ` ${t('map.points')}`);
    return { of, aloud };
  }, [t, count, share, difference, areas, sides, outcomes, places]);
}
