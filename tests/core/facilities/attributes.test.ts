import { describe, expect, it } from 'vitest';
import { agesFault, readAttribute } from '../../../core/facilities/attributes.ts';

describe('attributes of places', () => {
  it('are read from what publishers write', () => {
    expect(readAttribute('minAge', '3')).toEqual({ value: 3 });
    expect(readAttribute('maxAge', ' 12.0 ')).toEqual({ value: 12 });
    expect(readAttribute('capacity', 24)).toEqual({ value: 24 });
    expect(readAttribute('fee', 'Nee')).toEqual({ value: 'no' });
    expect(readAttribute('wheelchair', 'beperkt')).toEqual({ value: 'limited' });
    expect(readAttribute('lit', true)).toEqual({ value: 'yes' });
    expect(readAttribute('lastChecked', '2024-02-29')).toEqual({ value: '2024-02-29' });
    expect(readAttribute('opening', 'Mo-Fr 09:00-17:00')).toEqual({ value: 'Mo-Fr 09:00-17:00' });
  });

  it('are nothing where the cell is blank', () => {
    expect(readAttribute('minAge', '  ')).toEqual({ value: null });
    expect(readAttribute('fee', null)).toEqual({ value: null });
  });

  it('are refused with the value and the way out where they cannot be so', () => {
    expect(readAttribute('minAge', -1)).toEqual({ fault: expect.stringContaining('"-1"; give a whole') });
    expect(readAttribute('maxAge', '3.5')).toHaveProperty('fault');
    expect(readAttribute('capacity', 0)).toHaveProperty('fault');
    expect(readAttribute('fee', 'soms')).toEqual({ fault: 'is "soms"; give one of yes, no' });
    // "Limited" is no way to pay.
    expect(readAttribute('fee', 'limited')).toHaveProperty('fault');
    expect(readAttribute('lastChecked', '2023-02-29')).toHaveProperty('fault');
  });

  it('have ages in order', () => {
    expect(agesFault({ minAge: 3, maxAge: 3 })).toBe(null);
    expect(agesFault({ maxAge: 3 })).toBe(null);
    expect(agesFault({ minAge: 12, maxAge: 3 })).toContain('ages 12 to 3, which are reversed');
  });
});
