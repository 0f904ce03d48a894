import { anyIndexById } from '../../core/concentration/spatial-registry.ts';
import { MARGINAL_DWELLINGS } from '../../core/scenario/marginal.ts';
import { useReachTitle } from '../access/layerWords.ts';
import { useWords } from '../i18n/words.ts';
import type { LayerModel } from '../layers/model.ts';
import { useChosenIndex } from '../scenario/marginal.tsx';
import { useScene } from '../state/scene.tsx';

/** What the colours of the map stand for, in the legend and wherever an area is described. */
export function useLayerTitle({ kind }: LayerModel): string {
  const { t, text } = useWords();
  const { indicator } = useScene();
  const index = text(anyIndexById(useChosenIndex()).title);
  const reach = useReachTitle();
  const name = text(indicator.title);
  if (kind === 'reach') return reach;
  if (kind === 'value') return name;
  if (kind === 'marginal') return t('legend.marginalTitle', { dwellings: MARGINAL_DWELLINGS, index });
  return t(`legend.${kind}Title`, { indicator: name });
}
