import type { FacilityFunctionId } from '../../../data/facility-functions.ts';
import {
  osmNames,
  osmOwnPublic,
  osmPrivateAccess,
  osmRules,
  type TagCondition,
} from '../../../data/osm-facilities.ts';
import type { OsmTags } from '../../readers/osm/elements.ts';

export function meets(tags: OsmTags, { key, values, not = false }: TagCondition): boolean {
  const value = tags[key];
  const has = value !== undefined && (values === undefined ? value !== 'no' : values.includes(value));
  return has !== not;
}

/**
 * What an element of OpenStreetMap is for, by the rules of data/osm-facilities.ts; empty for what is no place. One that
 * only its owner may enter is none, but for what is anyhow for those who go there, such as a school.
 */
export function osmFunctions(tags: OsmTags): FacilityFunctionId[] {
  const functions = new Set<FacilityFunctionId>();
  for (const rule of osmRules) {
    if (rule.when.every(condition => meets(tags, condition)))
      for (const id of rule.functions) functions.add(id);
  }
  if (tags.name !== undefined) {
    for (const { pattern, functions: named } of osmNames) {
      if (pattern.test(tags.name)) for (const id of named) functions.add(id);
    }
  }
  const own = osmPrivateAccess.includes(tags.access ?? '');
  return [...functions].filter(id => !own || osmOwnPublic.includes(id)).sort();
}
