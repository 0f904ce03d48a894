import type { Ages } from '../../../core/access/ages.ts';
import type { Database } from '../../database/types.ts';
import { columnBeside } from '../scenario-ground.ts';
import type { AreasItem, DatasetSource, Release } from '../types.ts';
import { indicatorById, valueSources } from '../value-sources.ts';
import { categoriesOf, loadValues } from '../values.ts';

/** A group of children by age; `people` has a cell an area, NaN where the number is not known or is protected. */
export type AreaAgeGroup = Ages & { people: Float64Array };

/** What is known of the children of an areas version; columns over its areas. */
export type AreaChildren = {
  year: number;
  source: DatasetSource;
  /** Children of all ages. */
  all: Float64Array;
  /** By age where the dataset has ages, otherwise one group of all. */
  groups: AreaAgeGroup[];
  /** Part of them in families that score as deprived, 0–1, NaN where it is not known; null where it is known nowhere. */
  deprivedShare: Float64Array | null;
  /** The indicator that the part comes from. */
  deprivedBy: 'child_poverty' | 'children_in_deprivation' | null;
};

/** Children of 0 to 17 are what the indicator counts unless its source says otherwise. */
const ALL_AGES: Ages = { from: 0, to: 17 };

/** The newest numbers of children of an areas version; null where it has none. */
export async function loadChildren(
  database: Database,
  release: Release,
  item: AreasItem,
): Promise<AreaChildren | null> {
  const [source] = valueSources(release, item, indicatorById('children'));
  if (source === undefined) return null;
  const all = (await loadValues(database, source)).value;
  const groups: AreaAgeGroup[] = [];
  for (const category of await categoriesOf(database, source.item)) {
    const ages = agesIn(category);
    if (ages !== null) groups.push({ ...ages, people: (await loadValues(database, source, category)).value });
  }
  groups.sort((a, b) => a.from - b.from || a.to - b.to);
  const told = { year: source.year, source: source.item.source, all };
  const byAge = groups.length > 0 ? groups : [{ ...ALL_AGES, people: all }];
  const index = await columnBeside(database, release, item, 'child_poverty', source.year);
  if (index !== null) return { ...told, groups: byAge, deprivedShare: index, deprivedBy: 'child_poverty' };
  const counted = await columnBeside(database, release, item, 'children_in_deprivation', source.year);
  if (counted === null) return { ...told, groups: byAge, deprivedShare: null, deprivedBy: null };
  const share = counted.map((each, i) => (all[i]! > 0 ? Math.min(1, each / all[i]!) : Number.NaN));
  return { ...told, groups: byAge, deprivedShare: share, deprivedBy: 'children_in_deprivation' };
}

/** `age=0-2` */
function agesIn(category: string): Ages | null {
  const found = /^age=(\d{1,3})-(\d{1,3})$/.exec(category);
  return found === null ? null : { from: Number(found[1]), to: Number(found[2]) };
}
