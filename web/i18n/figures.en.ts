import type { figuresNl } from './figures.nl.ts';
import type { SameKeys } from './same-keys.ts';

/** Texts of the figures of the live panel. */
export const figuresEn: SameKeys<typeof figuresNl> = {
  index: 'Index of concentration',
  indexWhich: 'Which indices?',
  indexHelp:
    'Every index of counts can be chosen, and those that look at which areas touch: spatial dissimilarity and the measures of neighbours alike, such as Moran’s I. Those that use distances take too long for every change; they are under Compare.',
  lastChange: 'Last change: {{what}}. Each figure says whether it changes by it.',
  noLastChange: 'Since this page opened, nothing was changed in this scenario that a figure answers to.',
  reacts: 'changes',
  stays: 'unchanged',
  byLastChange: 'by the last change',
  chance: 'Expected by chance: {{before}} now, {{after}} then.',
  chanceStale: 'What chance would give is being computed again.',
  chanceExact:
    'Expected by chance: computed exactly, if the social dwellings lay at random over all dwellings.',
  chanceDrawn:
    'Expected by chance: mean of {{draws}} draws with a fixed seed, if the social dwellings lay at random over all dwellings.',
  chancePlaces:
    'Expected by chance: mean of {{draws}} draws with a fixed seed, if the areas with their dwellings changed places at random.',
  chanceNone:
    'There is nothing that chance would give: the index follows from the totals, or a count is no whole number.',
  chanceTerm: 'Chance',
  unbounded: 'no bound',
  around: 'Around the dwellings',
  density: 'Social dwellings per hectare',
  above: 'Areas with more than {{share}} social dwellings',
  poverty: 'Child-poverty index around the social dwellings ({{year}})',
  povertyNew: 'Where the new social dwellings come: {{share}}.',
  without_one: 'For {{count}} new dwelling there is no index.',
  without_other: 'For {{count}} new dwellings there is no index.',
  reach: {
    title: 'Play space and meeting places within reach',
    play: 'Play space within {{metres}} m',
    meeting: 'Meeting place within {{metres}} m',
    ofChildren:
      'Of the children who live there now, and after also of those who come with the new dwellings.',
    newChildren: 'What you build has room for {{children}} children; {{within}} of them within reach.',
    ofDwellings: 'Of the dwellings of now (there are no figures of children).',
    areasWithout_one: '{{count}} area without a number of children does not count.',
    areasWithout_other: '{{count}} areas without a number of children do not count.',
    deprived_play: 'Play space within {{metres}} m, children in families that score as deprived',
    deprived_meeting: 'Meeting place within {{metres}} m, children in families that score as deprived',
    othersReached: 'Of the other children in the same areas: {{before}} now, {{after}} then.',
    areasWithoutIndex_one: '{{count}} area with children has no index and does not count here.',
    areasWithoutIndex_other: '{{count}} areas with children have no index and do not count here.',
    newDwellings: 'Of the new social dwellings: {{share}}.',
    places: 'Places in the region: {{before}} now, {{after}} then.',
    byNetwork: 'On foot over the network.',
    byStraightLine: 'In a straight line × {{detour}}.',
    offNetwork_one:
      '{{count}} point where people live lies far from any street of the network: a straight line × {{detour}} there.',
    offNetwork_other:
      '{{count}} points where people live lie far from any street of the network: a straight line × {{detour}} there.',
    settings: 'Change the distances',
    playWithin: 'Walking distance to play (m)',
    meetingWithin: 'Walking distance to meet (m)',
    detour: 'Detour factor',
    norm: 'Take over a norm',
    noNorm: 'own distance',
    norms:
      'Norms are a beginning, not a verdict. For meeting places no norm was found: {{metres}} m is an assumption of Buurtbalans.',
  },
  objective: {
    title: 'Social-housing objective (BSO)',
    asked: 'asked by {{year}}',
    unknown: 'not known',
    stock: 'stock of social dwellings now: {{stock}}',
    realised: 'realised already',
    realisedUnknown: 'not known: counted from the stock of now',
    pipeline: 'planned, outside this scenario',
    scenario: 'this scenario',
    undated: 'of which {{count}} without a year of completion',
    later: '{{count}} after {{year}}, not counted',
    otherKinds: '{{count}} of a kind that does not count',
    remaining: 'to realise still by {{year}}',
    surplus: '{{count}} more than asked',
    none: 'no target imported',
    noneAll:
      'Of these municipalities no target was imported. Import one with a table, one row a municipality:',
    others_one: '{{count}} more municipality',
    others_other: '{{count}} more municipalities',
    kinds:
      'Kinds: for each target and municipality it may have been imported which kinds count (owned, rented in, purchase); otherwise the objective counts what its source counts, and the stock what the table of social dwellings counts. Stock, starting point and pipeline are by kind where they were imported so. An edit of the scenario can say of which kind its dwellings are and then counts where that kind does; without a kind it counts always.',
    kindsHow:
      'To import by kind: one row for a municipality and kind (owned, rented_in, purchase), with social_stock for the stock and social_objective_counts (1 or 0) for what counts:',
    kindsWhich: 'Which kinds count?',
    kindsOwn: 'Choose what counts',
    kindsOfTarget:
      'Nothing chosen: what the objective of the municipality counts then counts, or what the sources count where that was not imported.',
    kindsAreOwn:
      'Your choice holds for all municipalities of this scenario. Where stock or starting point were not imported by kind, it is not known what is realised.',
    kindsReset: 'Take what the objective counts again',
    kind: {
      owned: 'owned by the housing company',
      rented_in: 'rented in',
      purchase: 'social purchase',
    },
    byKind: 'known by kind: {{kinds}}',
    countingKinds: 'counts: {{kinds}}; stock {{stock}}',
    sources: 'Sources',
  },
  slider: 'Slider: number in {{area}}',
};
