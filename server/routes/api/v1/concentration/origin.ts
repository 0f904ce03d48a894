import type { AreaLevel, AreaRef } from '../../../../../core/areas/types.ts';
import type { Subject } from '../../../../releases/measured-areas.ts';
import { parseScope } from '../../../../releases/scope.ts';
import { regionOf } from '../../../../releases/select.ts';
import type { Release } from '../../../../releases/types.ts';

type Asked = {
  region?: string;
  indicator?: string;
  level: AreaLevel;
  vintage?: number;
  year?: number;
  scope?: string;
};

/** Which areas and counts the parameters ask for. Throws as `regionOf` and `parseScope`. */
export function questionOf(release: Release, asked: Asked) {
  const { indicator = 'social_share', level, vintage, year } = asked;
  const region = regionOf(release, asked.region).id;
  return { region, indicator, level, vintage, year, scope: parseScope(asked.scope) };
}

/** What every answer says about where its counts come from. */
export function originOf(release: Release, { source }: Pick<Subject, 'source'>, scope: AreaRef | null) {
  const { areas, indicator, year, basis, item } = source;
  return {
    release: release.hash,
    region: areas.region,
    indicator: indicator.id,
    level: areas.level,
    vintage: areas.vintage,
    year,
    basis,
    source: item.source,
    scope,
  };
}
