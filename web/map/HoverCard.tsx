import { codePositions } from '../../core/areas/hierarchy.ts';
import { useWords } from '../i18n/words.ts';
import { useAttributeWords } from '../layers/attributeWords.ts';
import type { LayerModel } from '../layers/model.ts';
import { useAreaWords } from '../panels/areaWords.ts';
import { useScene } from '../state/scene.tsx';
import { useView } from '../state/view.ts';
import type { HoveredFacility, Spot } from './pointer.ts';

export type Hovered = Spot & { facility?: HoveredFacility | null };

/** The area under the pointer or the keyboard's focus; it is announced too, so the card is hidden from readers. */
export function HoverCard({ spot, layer }: { spot: Hovered; layer: LayerModel }) {
  const { t } = useWords();
  const { areas, level, values } = useScene();
  const hovered = useView(view => view.hovered);
  const words = useAreaWords(layer);
  const about = useAttributeWords();
  const facilityText = (name: string) => t(`facility.${name}`, { defaultValue: name });
  const index =
    hovered?.level === level && areas !== undefined ? codePositions(areas).get(hovered.code) : undefined;
  if (index === undefined || areas === undefined || values === undefined) return null;
  const { figure, what, detail } = words.of(index);
  return (
    <div
      className="hover-card"
      aria-hidden="true"
      data-testid="hover-card"
      style={{ left: `min(${spot.x}px, 100% - 290px)`, top: `min(${spot.y}px, 100% - 130px)` }}
    >
      {spot.facility != null && (
        <>
          <span className="hover-facility">{facilityText(spot.facility.name)}</span>
          <span className="hover-parts">{about(spot.facility.attributes).join(' · ')}</span>
        </>
      )}
      <strong>{areas.names[index]}</strong>
      <span>
        {figure} <em>{what}</em>
      </span>
      <span className="hover-parts">{detail}</span>
    </div>
  );
}
