import type { DemoSettings } from '../../../data/demo.ts';
import type { HousingRow, ObjectiveRow, PipelineRow } from './types.ts';

/** Whole projects rather than single dwellings. */
const ROUND = 5;
const inProjects = (dwellings: number): number => ROUND * Math.round(dwellings / ROUND);

type OfMunicipality = { code: string; dwellings: number; social: number; start: number };

/**
 * Synthetic objectives: the gap to the share that exempts, at most so much of the dwellings; a municipality with that
 * share or more has none. `housing` are rows of sectors, `municipalityOf` the municipality of each sector by code.
 */
export function objectiveRows(
  { objective, years }: DemoSettings,
  housing: readonly HousingRow[],
  municipalityOf: ReadonlyMap<string, string>,
): { objective: ObjectiveRow[]; pipeline: PipelineRow[] } {
  const present = years.at(-1)!;
  const sums = new Map<string, OfMunicipality>();
  for (const { code, year, dwellings, social } of housing) {
    const municipality = municipalityOf.get(code)!;
    const sum = sums.get(municipality) ?? { code: municipality, dwellings: 0, social: 0, start: 0 };
    sums.set(municipality, sum);
    if (year === objective.fromYear) sum.start += social;
    if (year !== present) continue;
    sum.dwellings += dwellings;
    sum.social += social;
  }
  const asked = [...sums.values()].flatMap(({ code, dwellings, social, start }) => {
    const gap = Math.min(objective.share * dwellings - social, objective.most * dwellings);
    const extra = inProjects(gap);
    return extra > 0 ? [{ code, extra, start }] : [];
  });
  return {
    objective: asked.map(({ code, extra, start }) => ({ code, year: objective.byYear, extra, start })),
    pipeline: asked.map(({ code, extra }) => ({
      code,
      year: present,
      planned: inProjects(objective.planned * extra),
    })),
  };
}
