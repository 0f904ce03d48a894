import type { SameKeys } from './same-keys.ts';
import type { spreadingNl } from './spreading.nl.ts';

/** Texts of looking for a plan, in English. */
export const spreadingEn: SameKeys<typeof spreadingNl> = {
  title: 'Find a plan',
  intro:
    'Looks where new social dwellings lower concentration most, within what you lock, exclude and limit. Spread is one criterion beside others: researchers disagree on what mixing brings.',
  dwellings: 'New social dwellings',
  objective: 'What must fall',
  largestShare: 'largest share of an area',
  perArea: 'At most in an area',
  minProject: 'Smallest project',
  maxShare: 'Largest share after building (%)',
  search: 'Find plan',
  searchAgain: 'Find again',
  cancel: 'Stop the search',
  running: 'Looking for the best plan …',
  besideRunning: 'Plain plans and prices are being added …',
  cancelled: 'The search was stopped; nothing changed.',
  found: '{{objective}} from {{before}} to {{after}} ({{difference}}).',
  foundFirst: '{{objective}} becomes {{after}}.',
  optimal: 'Proven: no plan within these limits has a lower value.',
  gap: 'No plan has a value below {{bound}}; this one lies at most {{gap}} above it.',
  areas_one: '{{dwellings}} dwellings in {{count}} area',
  areas_other: '{{dwellings}} dwellings in {{count}} areas',
  keptDwellings: '{{count}} dwellings of the earlier plan stay in locked areas.',
  adopt: 'Adopt this plan',
  adopted: 'Plan adopted: {{dwellings}} dwellings in {{areas}} areas.',
  adoptedHelp:
    'Each area is an ordinary change: alter them, lock areas, and search again around what is locked.',
  stale: 'The scenario has changed since; search again for a plan that fits it.',
  reason: {
    lowers_one: '{{count}} dwelling lowers the index by {{by}}',
    lowers_other: '{{count}} dwellings lower the index by {{by}}',
    raises_one: '{{count}} dwelling raises the index by {{by}}',
    raises_other: '{{count}} dwellings raise the index by {{by}}',
    plain_one: '{{count}} dwelling',
    plain_other: '{{count}} dwellings',
    elsewhere: 'the next one does more elsewhere',
    limit: 'no more are allowed here ({{limit}})',
    quota: 'quota {{limit}} is full',
    whole: '{{effect}}; {{stopped}}.',
  },
  limits: {
    locked: 'locked',
    excluded: 'excluded',
    capacity: 'room',
    'per-area': 'limit of an area',
    'max-share': 'largest share',
    'min-project': 'smallest project',
    'no-figure': 'no figure',
  },
  besides: 'To compare',
  plan: 'this plan',
  own: 'your scenario now',
  yardsticks: {
    proportional: 'in proportion to the dwellings',
    'largest-sites': 'areas with most room first',
  },
  prices: 'What a limit costs',
  priceText: 'With room for {{more}} dwellings more the index would be {{by}} lower: {{constraint}}.',
  everywhere: '{{limit}}, everywhere',
  noPrices: 'No limit holds this plan back.',
  frontier: 'Spread against child poverty',
  frontierText:
    'Each point is a plan that no other plan betters in both: the lower the concentration, the more child poverty there sometimes is around the new dwellings. Choose a point to adopt that plan.',
  frontierWithout_one: '{{count}} area without child-poverty index stays empty there.',
  frontierWithout_other: '{{count}} areas without child-poverty index stay empty there.',
  frontierPoint: 'Plan {{n}}: {{objective}} {{value}}, child-poverty index {{poverty}}. Adopt',
  frontierX: 'child-poverty index',
  how: 'How computed?',
  howText:
    'Dwelling by dwelling to the area where the next one does most, within all limits. For a sum of convex terms an area that is proven to be the best whole plan. For Gini and for projects of a smallest size there is a bound below which no plan lies. Drawn excluded zones do not count here: they say nothing of the rest of an area.',
  conflict: 'No plan meets everything at once.',
  conflictText:
    'These limits do not go together: {{constraints}}. They are {{count}} dwellings apart; relax one of them by that many at least.',
  constraint: {
    dwellings: '{{dwellings}} new dwellings',
    'quota-min': 'at least {{dwellings}} in {{id}}',
    'quota-max': 'at most {{dwellings}} in {{id}}',
  },
  projectsConflict:
    'With projects of at least {{least}} dwellings no plan was found that adds up; make the smallest project smaller, or give more room.',
  lockedConflict:
    'Locked areas hold {{kept}} dwellings of the plan already; ask for more, or unlock an area.',
  onlySums: 'A smallest project does not go with this measure; choose another, or set it to 1.',
};
