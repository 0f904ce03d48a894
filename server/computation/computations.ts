import { accessOfAreas } from '../../core/access/area-access.ts';
import { profileOfArea } from '../../core/access/area-profile.ts';
import { around } from '../../core/access/around.ts';
import { familiesOfAreas } from '../../core/access/families-of-areas.ts';
import { normTable } from '../../core/access/norm-table.ts';
import { settleAtMost } from '../../core/access/population/gather.ts';
import { joinSettlement } from '../../core/access/population/join.ts';
import { schoolsOfAreas } from '../../core/access/schools-of-areas.ts';
import { supplyOfAreas } from '../../core/access/supply-of-areas.ts';
import { varietyOfAreas } from '../../core/access/variety-of-areas.ts';
import { placeWeb } from '../../core/access/web/place-web.ts';
import { measureAreas } from '../../core/concentration/areas.ts';
import { decomposeInformation } from '../../core/concentration/decomposition.ts';
import { differenceBetween } from '../../core/concentration/inference/comparison.ts';
import { localOfAreas } from '../../core/concentration/local/columns.ts';
import { groundOf } from '../../core/concentration/map.ts';
import { changeBetween } from '../../core/concentration/moments.ts';
import { distortionOf } from '../../core/concentration/multigroup/distortion.ts';
import { measureGroups } from '../../core/concentration/multigroup/measure.ts';
import { measureRegions } from '../../core/concentration/regions.ts';
import { measureZones } from '../../core/concentration/zones.ts';
import { chanceOfScenario } from '../../core/scenario/chance.ts';
import { answerSpread, besideSpread } from '../../core/spreading/answer.ts';
import { coupledSpread } from './coupled-spread.ts';
import { provenBeside } from './proven-beside.ts';
import { curveWithin, siteWithin } from './siting.ts';

/**
 * What may take long and is therefore computed beside the event loop, by name. Every argument and answer is plain
 * data, because it travels between threads.
 */
export const computations = {
  ground: groundOf,
  measure: measureAreas,
  local: localOfAreas,
  decomposition: decomposeInformation,
  change: changeBetween,
  groups: measureGroups,
  distortion: distortionOf,
  difference: differenceBetween,
  regions: measureRegions,
  zones: measureZones,
  scenarioChance: chanceOfScenario,
  spread: answerSpread,
  besideSpread,
  provenBeside,
  settleAtMost,
  joinSettlement,
  accessOfAreas,
  supplyOfAreas,
  schoolsOfAreas,
  varietyOfAreas,
  familiesOfAreas,
  normTable,
  around,
  placeWeb,
  profileOfArea,
  coupledSpread,
  siteWithin,
  curveWithin,
} as const;

export type Computations = typeof computations;
