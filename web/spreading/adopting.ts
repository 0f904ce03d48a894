import { planEdits } from '../../core/spreading/scenario.ts';
import { announce } from '../controls/Announcer.tsx';
import { adoptPlan, scenarioOf } from '../scenario/steps.ts';
import { newId } from '../state/identity.ts';
import { setView } from '../state/view.ts';
import type { Search } from './search.ts';
import { useSpreading } from './search.ts';
import { useSpreadWords } from './words.ts';

/** The edits of each scenario that a search was done on, to see that they are still the same. */
export const isStale = ({ scenario, edits }: Pick<Search, 'scenario' | 'edits'>): boolean =>
  scenarioOf(scenario)?.edits !== edits;

/** Takes a plan over as edits of the scenario it was found for, as one step, and shows what it changes. */
export function useAdopting() {
  const { t, count, reason } = useSpreadWords();
  return (
    { scenario, plan }: Pick<Search, 'scenario' | 'plan'>,
    point: { code: string; dwellings: number }[] | null,
  ) => {
    if (plan === null) return;
    const areas =
      point?.map(area => ({ ...area, note: '' })) ??
      plan.areas.map(area => ({ code: area.code, dwellings: area.dwellings, note: reason(area) }));
    adoptPlan(scenario, planEdits(areas, newId, plan.way), plan.way);
    // What was adopted is where the next search starts from.
    useSpreading.setState(({ search }) => ({
      search: search && { ...search, edits: scenarioOf(scenario)?.edits ?? [], adopted: true },
    }));
    setView({ shown: 'difference' });
    const dwellings = areas.reduce((sum, area) => sum + Math.max(0, area.dwellings), 0);
    announce(t('spreading.adopted', { dwellings: count(dwellings), areas: count(areas.length) }));
  };
}
