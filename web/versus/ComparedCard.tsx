import { codePositions } from '../../core/areas/hierarchy.ts';
import type { AreaRef } from '../../core/areas/types.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { useWords } from '../i18n/words.ts';
import type { Spot } from '../map/pointer.ts';
import { pin } from '../shell/choose.ts';
import { useScene } from '../state/scene.tsx';
import { useView } from '../state/view.ts';
import { useAreaCompared } from './areaWords.ts';

/** Position of an area on screen among the others of its level; undefined for one that is not there. */
function useIndexOf(area: AreaRef | null): number | undefined {
  const { areas, level } = useScene();
  return area?.level === level && areas !== undefined ? codePositions(areas).get(area.code) : undefined;
}

/** The area under the pointer or the keyboard's focus, on both sides; it is announced too, so readers need no card. */
export function ComparedCard({ spot }: { spot: Spot | null }) {
  const index = useIndexOf(useView(view => view.hovered));
  const compared = useAreaCompared();
  if (spot === null || index === undefined) return null;
  const { name, left, right, change } = compared.of(index);
  return (
    <div
      className="hover-card"
      aria-hidden="true"
      data-testid="hover-card"
      style={{ left: `min(${spot.x}px, 100% - 290px)`, top: `min(${spot.y}px, 100% - 130px)` }}
    >
      <strong>{name}</strong>
      <span>{left}</span>
      <span>{right}</span>
      <span className="hover-parts">{change}</span>
    </div>
  );
}

/** The area that was chosen, on both sides, for as long as it is. */
export function ComparedArea() {
  const { t } = useWords();
  const pinned = useView(view => view.pinned);
  const index = useIndexOf(pinned);
  const compared = useAreaCompared();
  if (index === undefined) return null;
  const { name, left, right, change } = compared.of(index);
  return (
    <section className="versus-area" aria-label={t('versus.areaFigures')} data-testid="versus-area">
      <strong>{name}</strong>
      <span>{left}</span>
      <span>{right}</span>
      <span className="quiet">{change}</span>
      <IconButton icon="close" label={t('versus.unpin')} onPress={() => pin(null)} />
    </section>
  );
}
