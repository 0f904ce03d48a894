import { useMemo } from 'react';
import type { Edit } from '../../core/scenario/edit.ts';
import { useWords } from '../i18n/words.ts';
import { Legend } from '../panels/Legend.tsx';
import { useScene } from '../state/scene.tsx';
import { useDifference, useSideLayers } from './layers.ts';
import { useVersus } from './outcomes.tsx';
import { type MapPane, VersusMaps } from './VersusMaps.tsx';

const noEdits: readonly Edit[] = [];

/** Left and right as maps of the same classes, above or beside each other. */
export function BothMaps({ arrangement }: { arrangement: 'swipe' | 'beside' }) {
  const { t, text } = useWords();
  const { indicator } = useScene();
  const { sides } = useVersus();
  const layers = useSideLayers();
  const panes = useMemo(
    () =>
      (['left', 'right'] as const).map((name): MapPane => {
        const { title, scenario } = sides[name];
        return { name, title, layer: layers[name], edits: scenario?.edits ?? noEdits };
      }),
    [sides, layers],
  );
  const names = { left: sides.left.title, right: sides.right.title };
  return (
    <div className="versus-middle">
      <VersusMaps panes={panes} arrangement={arrangement} label={t('versus.bothMaps', names)} />
      <Legend layer={layers.right} title={text(indicator.title)} />
    </div>
  );
}

/** Right minus left as one map. */
export function DifferenceMap() {
  const { t, text } = useWords();
  const { indicator } = useScene();
  const { sides } = useVersus();
  const { layer, none } = useDifference();
  const names = { left: sides.left.title, right: sides.right.title };
  const panes = useMemo((): MapPane[] => {
    const right = sides.right.scenario?.edits ?? noEdits;
    const left = (sides.left.scenario?.edits ?? noEdits).filter(
      edit => !right.some(other => other.id === edit.id),
    );
    return [{ name: 'difference', title: '', layer, edits: [...left, ...right] }];
  }, [sides, layer]);
  return (
    <div className="versus-middle">
      {none && (
        <p className="note" role="status">
          {t('versus.noDifference')}
        </p>
      )}
      <VersusMaps panes={panes} arrangement="beside" label={t('versus.differenceMap', names)} />
      <Legend
        layer={layer}
        title={t('versus.differenceTitle', { ...names, indicator: text(indicator.title) })}
      />
    </div>
  );
}
