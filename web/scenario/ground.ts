import type { ScenarioBaseline } from '../../core/scenario/document.ts';
import type { ReleaseView } from '../data/types.ts';

type Ground = { areasHash: string; vintage: number; values: string };

/** The datasets of a release that a scenario rests on: polygons of its level and counts of its year. */
function groundIn(release: ReleaseView, { region, level, indicator, year }: ScenarioBaseline): Ground | null {
  const found = release.regions.find(one => one.id === region);
  const areas = found?.levels.filter(one => one.level === level).sort((a, b) => b.vintage - a.vintage)[0];
  // Counts may be of a finer level and summed; any of them that changed changes the scenario.
  const values = (found?.values ?? [])
    .filter(one => one.indicator === indicator && one.year === year)
    .map(one => one.hash)
    .sort()
    .join(' ');
  return areas === undefined || values === ''
    ? null
    : { areasHash: areas.hash, vintage: areas.vintage, values };
}

/** True when a newer release changes nothing that the scenario rests on: it then needs no warning. */
export function sameGround(pinned: ReleaseView, newer: ReleaseView, baseline: ScenarioBaseline): boolean {
  const before = groundIn(pinned, baseline);
  const after = groundIn(newer, baseline);
  return (
    before !== null &&
    after !== null &&
    before.areasHash === after.areasHash &&
    before.values === after.values
  );
}

/** The part of a baseline that changes when a scenario moves to another release; null where it cannot. */
export function movedTo(
  release: ReleaseView,
  baseline: ScenarioBaseline,
): Pick<ScenarioBaseline, 'release' | 'areasHash' | 'vintage'> | null {
  const ground = groundIn(release, baseline);
  return ground === null
    ? null
    : { release: release.hash, areasHash: ground.areasHash, vintage: ground.vintage };
}
