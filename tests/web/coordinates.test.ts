import { describe, expect, it } from 'vitest';
import { spotIn } from '../../web/scenario/coordinates.ts';

describe('coordinates that someone types', () => {
  it('are read as maps give them, with points or commas', () => {
    const gent = { lat: 51.0543, lon: 3.7174 };
    for (const text of [
      '51.0543, 3.7174',
      '51.0543,3.7174',
      ' 51.0543 3.7174 ',
      '51,0543; 3,7174',
      '51,0543 3,7174',
      '51.0543° N, 3.7174° E',
    ]) {
      expect(spotIn(text), text).toEqual(gent);
    }
    expect(spotIn('-33.9, 151.2')).toEqual({ lat: -33.9, lon: 151.2 });
  });

  it('in metres, of one number or beyond the globe are none', () => {
    for (const text of ['', 'Gent', '51.05', '104000, 190000', '95, 3', '51, 200', '51.05, 3.71, 7']) {
      expect(spotIn(text), text).toBeNull();
    }
  });
});
