import { codePositions } from '../../core/areas/hierarchy.ts';
import { useWords } from '../i18n/words.ts';
import type { LayerModel } from '../layers/model.ts';
import { useAreaWords } from '../panels/areaWords.ts';
import { usePartsText } from '../panels/parts.ts';
import { useEvaluation } from '../scenario/evaluation.tsx';
import { useScene } from '../state/scene.tsx';
import { useView } from '../state/view.ts';
import type { Spot } from './pointer.ts';

export type Hovered = Spot & { facility: string | null };

/** What lies under the pointer; the same figures stand in the panel and the table, so it is hidden from readers. */
export function HoverCard({ spot, layer }: { spot: Hovered; layer: LayerModel }) {
  const { t, text, share, count } = useWords();
  const { areas, level, indicator, values } = useScene();
  const hovered = useView(view => view.hovered);
  const { valueText } = useAreaWords(layer);
  const parts = usePartsText();
  const facilityText = (name: string) => t(`facility.${name}`, { defaultValue: name });
  const { result, places } = useEvaluation();
  const index =
    hovered?.level === level && areas !== undefined ? codePositions(areas).get(hovered.code) : undefined;
  if (index === undefined || areas === undefined || values === undefined) return null;
  const k = places.get(index);
  const added =
    result === null || k === undefined
      ? 0
      : (result.areas.socialAfter[k] ?? 0) - (result.areas.socialBefore[k] ?? 0);
  const after =
    result === null || k === undefined
      ? 0
      : (result.areas.socialAfter[k] ?? 0) / (result.areas.totalAfter[k] ?? 1);
  return (
    <div className="hover-card" aria-hidden="true" style={{ left: spot.x, top: spot.y }}>
      {spot.facility !== null && <span className="hover-facility">{facilityText(spot.facility)}</span>}
      <strong>{areas.names[index]}</strong>
      <span>
        {valueText(index)} <em>{text(indicator.title)}</em>
      </span>
      <span className="hover-parts">{parts(values, areas, index)}</span>
      {added > 0 && (
        <span className="hover-after">
          {t('scenario.after')}: {share(after)} (+{count(added)})
        </span>
      )}
    </div>
  );
}
