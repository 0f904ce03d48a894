import type { PanelFigure } from '../../core/scenario/figures.ts';
import type { Reach } from '../../core/scenario/reach.ts';
import { useWords } from '../i18n/words.ts';
import { FigureRow } from './FigureRow.tsx';

/** Reach of the children in families that score as deprived, beside the others; nothing where that is not known. */
export function DeprivedReachRow({ found, figures }: { found: Reach; figures: readonly PanelFigure[] }) {
  const { t, share, count } = useWords();
  const { function: wanted, withinM, deprived } = found;
  if (deprived === null) return null;
  const { othersBefore, othersAfter, areasWithout } = deprived;
  return (
    <FigureRow
      figure={figures.find(one => one.id === `${wanted}_reach_deprived`)!}
      title={t(`figures.reach.deprived_${wanted}`, { metres: count(withinM) })}
    >
      <p className="quiet">
        {othersBefore !== null &&
          othersAfter !== null &&
          t('figures.reach.othersReached', { before: share(othersBefore), after: share(othersAfter) })}
        {areasWithout > 0 && ` ${t('figures.reach.areasWithoutIndex', { count: areasWithout })}`}
      </p>
    </FigureRow>
  );
}
