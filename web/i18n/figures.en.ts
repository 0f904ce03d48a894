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
  noMarginal:
    'For this index ({{index}}) the effect of ten more dwellings cannot be had for all areas at once. The map shows now. Available: {{available}}.',
  around: 'Around the dwellings',
  density: 'Social dwellings per hectare',
  densityHow: 'Social dwellings of the area in view divided by its surface, unbuilt land included.',
  above: 'Areas with more than {{share}} social dwellings',
  aboveHow:
    'The number of areas where social dwellings ÷ dwellings is larger than the threshold; an area right on it does not count. The threshold is an assumption that you change below.',
  poverty: 'Child-poverty index around the social dwellings ({{year}})',
  povertyHow:
    'The mean child-poverty index of the areas, weighted by their social dwellings; for the new ones by how many are added. The index is the share of births in families that score as deprived on three or more of six criteria, not a share of people with a low income.',
  povertyNew: 'Where the new social dwellings come: {{share}}.',
  without_one: 'For {{count}} new dwelling there is no index.',
  without_other: 'For {{count}} new dwellings there is no index.',
  reach: {
    title: 'Play space and meeting places within reach',
    play: 'Play space within {{metres}} m',
    meeting: 'Meeting place within {{metres}} m',
    ofChildren: 'of the children who live there now',
    ofDwellings: 'of the dwellings of now (there are no figures of children)',
    areasWithout_one: '{{count}} area without a number of children does not count.',
    areasWithout_other: '{{count}} areas without a number of children do not count.',
    deprived_play: 'Play space within {{metres}} m, children in families that score as deprived',
    deprived_meeting: 'Meeting place within {{metres}} m, children in families that score as deprived',
    othersReached: 'Of the other children in the same areas: {{before}} now, {{after}} then.',
    areasWithoutIndex_one: '{{count}} area with children has no index and does not count here.',
    areasWithoutIndex_other: '{{count}} areas with children have no index and do not count here.',
    deprivedHow:
      'An estimate: the children of an area times its child-poverty index. That index is the share of births in families that score as deprived on three or more of six criteria; here it stands for all children of the area. Reach is measured as it is for all children.',
    newDwellings: 'Of the new social dwellings: {{share}}.',
    places: 'Places in the region: {{before}} now, {{after}} then.',
    how: 'An area counts whole or not, by a point on its surface: in a straight line to the nearest place (of a polygon to its nearest edge), times a detour factor of {{detour}}. The detour factor is an assumption of Buurtbalans until there is a walking network. Who lives there stays the same before and after; the new dwellings are told beside it.',
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
    remaining: 'to realise still by {{year}}',
    surplus: '{{count}} more than asked',
    none: 'no target imported',
    noneAll:
      'Of these municipalities no target was imported. Import one with a table, one row a municipality:',
    others_one: '{{count}} more municipality',
    others_other: '{{count}} more municipalities',
    how: 'To realise still = objective − realised already − planned − this scenario. Realised already is the stock of the scenario’s year less the stock the objective is counted from. Of this scenario counts what is completed in the year of the objective or before, or has no year; what is demolished or moves away is taken off. A municipality counts whole, also outside the area in view.',
    kinds:
      'Which kinds of dwellings count follows from the sources: the objective counts what its source counts, the stock what the table of social dwellings counts. Kinds (owned, rented in, social purchase) are not apart in these data.',
    sources: 'Sources',
  },
  programmeHow:
    'The sum of all changes that are switched on, also outside the area in view. Family dwellings: new social dwellings with so many bedrooms or more, divided by those whose bedrooms are known.',
  slider: 'Slider: number in {{area}}',
};
