import { codePositions } from '../../core/areas/hierarchy.ts';
import { directionOf } from '../../core/scenario/figures.ts';
import { MARGINAL_DWELLINGS } from '../../core/scenario/marginal.ts';
import { verdictOf } from '../../core/scenario/verdict.ts';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import { useView } from '../state/view.ts';
import { useMarginal } from './marginal.tsx';

/** What the colour of the chosen area says, in one sentence; how to read the map where no area is chosen. */
export function MarginalSentence() {
  const { t, text, index: write, difference } = useWords();
  const { areas, level } = useScene();
  const shown = useView(view => view.shown);
  const pinned = useView(view => view.pinned);
  const marginal = useMarginal();
  if (shown !== 'marginal' || marginal === null) return null;
  const at =
    areas === undefined || pinned?.level !== level ? undefined : codePositions(areas).get(pinned.code);
  const change = at === undefined ? Number.NaN : marginal.change(at);
  const title = text(marginal.index.title);
  const words =
    at === undefined || Number.isNaN(change)
      ? t('scenario.marginalHelp', { dwellings: MARGINAL_DWELLINGS, index: title })
      : t('scenario.marginalSentence', {
          dwellings: MARGINAL_DWELLINGS,
          area: areas?.names[at] ?? '',
          index: title,
          from: write(marginal.value),
          to: write(marginal.value + change),
          change: difference(change, 'index'),
          verdict: t(`scenario.marginalVerdict.${verdictOf(change, directionOf(marginal.index))}`),
        });
  return (
    <p className="note" data-testid="marginal-sentence" role="status">
      {words}
    </p>
  );
}
