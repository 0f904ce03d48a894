import type { ScenarioBaseline } from '../../core/scenario/document.ts';
import { useWords } from '../i18n/words.ts';
import { availableOf, showingAt, yearShown } from '../layers/availability.ts';
import { type Scene, useScene } from '../state/scene.tsx';
import { freeTitle } from '../state/titles.ts';
import { useWorkspace } from '../state/workspace.ts';
import { createScenario } from './steps.ts';

/** Concentration is measured on numbers of social dwellings, whatever indicator is on screen. */
const measured = 'social_share';

/** The ground of a new scenario: what is on screen now. Null where the region has no counts to measure on. */
function baselineOf(scene: Scene): ScenarioBaseline | null {
  const indicator = scene.indicators.find(one => one.id === measured);
  if (indicator === undefined) return null;
  const showing = showingAt(scene.chosenLevel, availableOf(indicator, scene.indicators));
  const year = yearShown(scene.year, showing?.years ?? []);
  const areas = showing === null ? undefined : scene.columns.get(showing.level);
  if (showing === null || year === null || areas === undefined) return null;
  return {
    region: scene.region.id,
    release: scene.release.hash,
    areasHash: areas.hash,
    level: showing.level,
    vintage: areas.vintage,
    indicator: measured,
    year,
    scope: scene.scope,
  };
}

/** Makes a scenario of what is on screen; null where that cannot be. */
export function useNewScenario(): (() => void) | null {
  const { t } = useWords();
  const scene = useScene();
  const baseline = baselineOf(scene);
  return baseline === null
    ? null
    : () => {
        const title = freeTitle(useWorkspace.getState().workspace, n => t('scenario.defaultTitle', { n }));
        createScenario(title, baseline);
      };
}
