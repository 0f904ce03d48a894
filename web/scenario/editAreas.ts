import { codePositions } from '../../core/areas/hierarchy.ts';
import { useWords } from '../i18n/words.ts';
import { boxAround } from '../layers/scope.ts';
import { lookAt } from '../map/shared.ts';
import { useScene } from '../state/scene.tsx';

/** Names of the areas of an edit: one or two by name, more by the first and their number. */
export function useAreasText(): (codes: readonly string[]) => string {
  const { t } = useWords();
  const { areas } = useScene();
  return codes => {
    const at = areas === undefined ? null : codePositions(areas);
    const names = codes.map(code => areas?.names[at?.get(code) ?? -1] ?? t('scenario.unknownArea', { code }));
    if (names.length <= 2) return names.join(', ');
    return `${names[0]} ${t('scenario.andMore', { count: names.length - 1 })}`;
  };
}

/** Moves the map to areas of the level on screen; those that do not exist are no place to go. */
export function useShowAreas(): (codes: readonly string[]) => void {
  const { areas } = useScene();
  return codes => {
    if (areas === undefined) return;
    const box = boxAround(
      areas,
      Uint8Array.from(areas.codes, code => (codes.includes(code) ? 1 : 0)),
    );
    if (box !== null) lookAt(box);
  };
}
