import type { attributeNl } from './places.nl.ts';
import type { SameKeys } from './same-keys.ts';

export const attributeEn: SameKeys<typeof attributeNl> = {
  ages: 'ages {{from}} to {{to}}',
  agesFrom: 'from age {{from}}',
  agesTo: 'up to age {{to}}',
  capacityOf: '{{number}} places',
  pupilsOf: '{{number}} pupils',
  feeIs: { yes: 'paid', no: 'free' },
  wheelchairIs: {
    yes: 'wheelchair accessible',
    limited: 'limited wheelchair access',
    no: 'not wheelchair accessible',
  },
  litIs: { yes: 'lit', no: 'not lit' },
  lastCheckedOn: 'checked on {{day}}',
};
