import type { Indicator } from '../../core/areas/indicator.ts';
import type { AreaLevel, ValueBasis } from '../../core/areas/types.ts';
import { nearestName } from '../../core/nearest-name.ts';
import { ProblemError } from '../../core/problem.ts';
import { indicators } from '../../data/indicators.ts';
import { itemsUpwards, levelItems } from './hierarchy.ts';
import { areasItemOf, areasItems, valuesItems } from './select.ts';
import type { AreasItem, Release, ValuesItem } from './types.ts';

/** How a column of values comes about: which dataset, for which areas, summed from which level or as it is. */
export type ValueSource = {
  indicator: Indicator;
  areas: AreasItem;
  year: number;
  basis: ValueBasis;
  /** The dataset that is read; of a density it holds the counts. */
  item: ValuesItem;
  /** From the dataset's own areas up to `areas`, both included; one entry where nothing is summed. */
  chain: readonly AreasItem[];
};

/** Level the values were summed from, or null when they are the publisher's own. */
export function aggregatedFrom(source: ValueSource): AreaLevel | null {
  return source.chain.length > 1 ? source.item.level : null;
}

/** @throws ProblemError `not-found` with the nearest name and a list of the indicators. */
export function indicatorById(id: string): Indicator {
  const indicator = indicators.find(candidate => candidate.id === id);
  if (indicator !== undefined) return indicator;
  const known = indicators.map(candidate => candidate.id);
  const nearest = nearestName(id, known);
  const hint = nearest === null ? '' : ` did you mean "${nearest}"?`;
  throw new ProblemError(
    'not-found',
    `There is no indicator "${id.slice(0, 80)}";${hint} there are: ${known.join(', ')}`,
    { parameter: 'indicator' },
  );
}

/**
 * Every year an indicator has for the areas of an item, newest first. The publisher's own values of the level come
 * before values summed from the nearest finer level that has counts; a density comes from the counts behind it.
 */
export function valueSources(release: Release, areas: AreasItem, indicator: Indicator): ValueSource[] {
  const stored = indicator.derivedFrom ?? indicator.id;
  const byYear = new Map<number, ValueSource>();
  for (const item of valuesItems(release, areas.region)) {
    if (item.indicator !== stored) continue;
    const chain = chainTo(release, areas, item);
    if (chain === null) continue;
    // Nothing follows from a ratio without its parts: neither a sum nor a number per hectare.
    if (item.basis === 'published_ratio' && (chain.length > 1 || indicator.kind === 'density')) continue;
    const other = byYear.get(item.year);
    if (other !== undefined && other.chain.length <= chain.length) continue;
    byYear.set(item.year, {
      indicator,
      areas,
      year: item.year,
      basis: chain.length > 1 ? 'aggregated' : item.basis,
      item,
      chain,
    });
  }
  return [...byYear.values()].sort((a, b) => b.year - a.year);
}

export type ValueQuestion = {
  region: string;
  indicator: string;
  level: AreaLevel;
  vintage?: number | undefined;
  year?: number | undefined;
};

/**
 * The source of the values asked for: of the newest year when none is given.
 * @throws ProblemError `not-found` naming the years, or the levels, that there are.
 */
export function findValueSource(release: Release, question: ValueQuestion): ValueSource {
  const { region, level, vintage, year } = question;
  const indicator = indicatorById(question.indicator);
  const areas = areasItemOf(release, region, level, vintage);
  const sources = valueSources(release, areas, indicator);
  const found = year === undefined ? sources[0] : sources.find(source => source.year === year);
  if (found !== undefined) return found;
  const asked = `"${indicator.id}" for ${level} ${areas.vintage}`;
  if (sources.length > 0) {
    const years = sources.map(source => source.year).join(', ');
    throw new ProblemError('not-found', `There is no ${asked} in ${year}; there is: ${years}`, {
      parameter: 'year',
    });
  }
  const elsewhere = areasItems(release, region)
    .filter(item => valueSources(release, item, indicator).length > 0)
    .map(item => `${item.level} ${item.vintage}`);
  throw new ProblemError(
    'not-found',
    `There is no ${asked}; there is for: ${elsewhere.join(', ') || 'no level'}`,
    {
      parameter: 'level',
    },
  );
}

/** Areas items from a dataset's own level up to `target`, or null when the links do not lead there. */
function chainTo(release: Release, target: AreasItem, values: ValuesItem): AreasItem[] | null {
  if (values.level === target.level) return values.vintage === target.vintage ? [target] : null;
  const own = areasItems(release, target.region).find(
    item => item.level === values.level && item.vintage === values.vintage,
  );
  if (own === undefined) return null;
  const upwards = [...itemsUpwards(levelItems(release, target.region, own.vintage), own).values()];
  const end = upwards.findIndex(item => item.datasetVersion === target.datasetVersion);
  return end < 0 ? null : upwards.slice(0, end + 1);
}
