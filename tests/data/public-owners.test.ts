import { describe, expect, it } from 'vitest';
import { isPublicOwner } from '../../data/public-owners.ts';

describe('whether an owner of land is public', () => {
  it.each([
    'gemeente',
    'Stad Gent',
    'OCMW Gent',
    'Provincie Oost-Vlaanderen',
    'woonmaatschappij',
    'AGB Sogent',
  ])('%s is', owner => expect(isPublicOwner(owner)).toBe(true));
  it.each([null, '', 'particulier', 'NV Stadsgronden', 'Gemeenteman bvba'])('%s is not known to be', owner =>
    expect(isPublicOwner(owner)).toBe(false));
});
