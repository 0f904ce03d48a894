import {
  gentPlayWords,
  greenspaceAccessWords,
  greenspaceSiteWords,
  libraryWords,
  sportsFacilityWords,
} from '../../data/facility-functions.ts';
import type { FacilityMap } from '../imports/types.ts';

/** How one publisher's file of facilities reads. A blank column of functions means `defaultFunctions`. */
export type FacilitySource = {
  id: string;
  title: string;
  map: FacilityMap;
};

/** Publishers whose files need more than naming columns. `import facilities FILE --map ID` uses one. */
export const facilitySources: readonly FacilitySource[] = [
  {
    id: 'gent',
    title: 'Stad Gent, speelterreinen',
    // 64 fiche_id are doubled or blank, so globalid is the key.
    map: {
      key: 'globalid',
      name: 'naam',
      functions: 'functies',
      defaultFunctions: ['play'],
      words: gentPlayWords,
      attributes: { equipment: 'functies', youthServiceCode: 'code_jd' },
    },
  },
  {
    id: 'greenspace-sites',
    title: 'Ordnance Survey Open Greenspace, sites',
    map: {
      name: 'site_name',
      functions: 'site_type',
      words: greenspaceSiteWords,
      attributes: { siteType: 'site_type' },
    },
  },
  {
    id: 'greenspace-access',
    title: 'Ordnance Survey Open Greenspace, access points',
    map: {
      functions: 'access_type',
      words: greenspaceAccessWords,
      attributes: { accessType: 'access_type' },
    },
  },
  {
    id: 'sport-england',
    title: 'Sport England, active places',
    map: {
      name: 'site_name',
      functions: 'facility_type',
      words: sportsFacilityWords,
      attributes: { access: 'access_type', facilityType: 'facility_type' },
    },
  },
  {
    id: 'english-libraries',
    title: 'Public libraries in England',
    map: { name: 'Name', functions: 'Type', words: libraryWords, attributes: { runBy: 'Type' } },
  },
];
