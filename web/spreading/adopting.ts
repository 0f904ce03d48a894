import { codePositions } from '../../core/areas/hierarchy.ts';
import { FAMILY_BEDROOMS } from '../../core/scenario/programme.ts';
import type { SpreadAnswer } from '../../core/spreading/answer.ts';
import { withHomes } from '../../core/spreading/bedrooms.ts';
import { plannedHomes, plannedPlaces } from '../../core/spreading/coupled/adopted.ts';
import type { CoupledAnswer } from '../../core/spreading/coupled/answer.ts';
import { type PlannedArea, planEdits } from '../../core/spreading/scenario.ts';
import { announce } from '../controls/Announcer.tsx';
import { adoptPlan, scenarioOf } from '../scenario/steps.ts';
import { newId } from '../state/identity.ts';
import { useScene } from '../state/scene.tsx';
import { setView } from '../state/view.ts';
import type { Search } from './search.ts';
import { useSpreading } from './search.ts';
import { useSpreadWords } from './words.ts';

/** The edits of each scenario that a search was done on, to see that they are still the same. */
export const isStale = ({ scenario, edits }: Pick<Search, 'scenario' | 'edits'>): boolean =>
  scenarioOf(scenario)?.edits !== edits;

/** With the sizes of its dwellings, where the plan tells those for families apart. */
function withFamilies(area: PlannedArea, plan: SpreadAnswer, scenario: string): PlannedArea {
  const family = 'coupled' in plan ? (plan as CoupledAnswer).coupled.family : null;
  if (family === null) return area;
  const bedrooms = scenarioOf(scenario)?.parameters.familyBedrooms ?? FAMILY_BEDROOMS;
  const forFamilies = family.find(({ code }) => code === area.code)?.dwellings ?? 0;
  return { ...area, homes: plannedHomes(area.dwellings, forFamilies, bedrooms) };
}

/** Takes a plan over as edits of the scenario it was found for, as one step, and shows what it changes. */
export function useAdopting() {
  const { t, count, reason, nameOf } = useSpreadWords();
  const { areas: table } = useScene();
  /** New places to play that the plan pays for. */
  const placesOf = (plan: SpreadAnswer, scenario: string) => {
    if (!('coupled' in plan) || table === undefined) return [];
    const places = (plan as CoupledAnswer).coupled.playPlaces.flatMap(code => {
      const at = codePositions(table).get(code);
      if (at === undefined) return [];
      const title = t('spreading.playPlaceIn', { area: nameOf(code) ?? code });
      return [{ title, lon: table.lon[at]!, lat: table.lat[at]! }];
    });
    return plannedPlaces(places, scenarioOf(scenario)?.edits ?? [], newId);
  };
  return (
    { scenario, plan, ask }: Pick<Search, 'scenario' | 'plan' | 'ask'>,
    point: { code: string; dwellings: number }[] | null,
  ) => {
    if (plan === null) return;
    const areas =
      point?.map(area => ({ ...area, note: '' })) ??
      plan.areas.map(area => ({ code: area.code, dwellings: area.dwellings, note: reason(area) }));
    const told = point === null ? areas.map(area => withFamilies(area, plan, scenario)) : areas;
    const sized = withHomes(told, plan.way === 'build' ? ask.bedrooms : null);
    adoptPlan(
      scenario,
      [...planEdits(sized, newId, plan.way), ...(point === null ? placesOf(plan, scenario) : [])],
      plan.way,
    );
    // What was adopted is where the next search starts from.
    useSpreading.setState(({ search }) => ({
      search: search && { ...search, edits: scenarioOf(scenario)?.edits ?? [], adopted: true },
    }));
    setView({ shown: 'difference' });
    const dwellings = areas.reduce((sum, area) => sum + Math.max(0, area.dwellings), 0);
    announce(t('spreading.adopted', { dwellings: count(dwellings), areas: count(areas.length) }));
  };
}
