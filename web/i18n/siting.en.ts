import type { SameKeys } from './same-keys.ts';
import type { sitingNl } from './siting.nl.ts';

/** Texts about where the next place should be, in English. */
export const sitingEn: SameKeys<typeof sitingNl> = {
  title: 'Where should the next place be?',
  intro:
    'Looks for the sites where new places reach most children who have none now. Existing places stay, those of this scenario too.',
  functions: 'What comes there',
  places: 'Number of new places',
  within: 'Walking distance (m)',
  povertyWeight: 'Children in families that score as deprived count extra (0 is alike)',
  candidates: 'Possible sites',
  candidate: {
    lattice: 'a lattice over the area',
    sites: 'public and building land',
    green: 'existing green',
    schoolyards: 'school grounds',
  },
  side: 'Side of the lattice (m)',
  spacing: 'At least so far apart (m)',
  search: 'Look for sites',
  searchAgain: 'Look again',
  cancel: 'Stop',
  running: 'Looking …',
  progress: 'Looking … reached so far: {{after}}; never more than {{bound}}.',
  cancelled: 'The search was stopped.',
  found: 'Found',
  reach: '{{function}} within {{metres}} m: {{before}} of {{all}} children now, {{after}} then.',
  reachPoverty: 'In families that score as deprived: {{before}} of {{all}} now, {{after}} then.',
  optimal: 'Proven: no other choice reaches more.',
  gap: 'At most {{gap}} below the best there can be.',
  reasonNone:
    'reaches {{children}} children, of whom {{poverty}} in families that score as deprived; none had a place within {{metres}} m',
  reasonSome:
    'reaches {{children}} children, of whom {{poverty}} in families that score as deprived; {{hadNone}} of them had no place within {{metres}} m',
  reasonNearer: 'is nearer to {{children}} children than what they had',
  curve: 'How many places would all children need?',
  curveForAll: 'All children who can be reached: {{places}} places (never fewer than {{bound}}).',
  curvePoint: '{{places}} new places: {{share}}',
  adopt: 'Adopt in the scenario',
  adopted_one: '{{count}} place adopted. The panel at the right shows the reach.',
  adopted_other: '{{count}} places adopted. The panel at the right shows the reach.',
  stale: 'The scenario was changed since: look again.',
  placeTitle: 'New place: {{functions}}',
  how: 'How was it searched?',
  howText:
    'Maximal covering (Church & ReVelle 1974): every child counts once, also where two new places reach it. First sites are interchanged, then a solver gives a bound; the difference is told. A child in a family that scores as deprived counts 1 plus what you choose.',
  noneLeft: 'No possible site is left.',
};
