/**
 * Words by which an owner of land, as a list of sites names it, is known to be public: municipalities and what belongs to
 * them, provinces, Flanders, the state, and the social landlords and church councils, which by Flemish decree serve the public.
 */
const PUBLIC_OWNERS: readonly string[] = [
  'gemeente',
  'stad',
  'ocmw',
  'cpas',
  'commune',
  'municipality',
  'council',
  'autonoom gemeentebedrijf',
  'agb',
  'intercommunale',
  'provincie',
  'province',
  'vlaanderen',
  'vlaams',
  'vlaamse',
  'staat',
  'federaal',
  'woonmaatschappij',
  'woningmaatschappij',
  'huisvestingsmaatschappij',
  'kerkfabriek',
  'public',
  'openbaar',
];

/** Whether an owner is known to be public; one that nobody named is not. */
export function isPublicOwner(owner: string | null): boolean {
  const words = ` ${(owner ?? '').toLowerCase().replaceAll(/[^\p{L}]+/gu, ' ')} `;
  return PUBLIC_OWNERS.some(word => words.includes(` ${word} `));
}
