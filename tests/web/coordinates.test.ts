import { describe, expect, it } from 'vitest';
import { siteIn, spotIn, spotText } from '../../web/scenario/coordinates.ts';

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

  it('of one line are a point, of three or more a shape, of a line that is no place nothing', () => {
    expect(siteIn('51.0543, 3.7174\n')).toEqual({ type: 'Point', coordinates: [3.7174, 51.0543] });
    expect(siteIn('51 3\n51 4\n\n52 4')).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [3, 51],
          [4, 51],
          [4, 52],
          [3, 51],
        ],
      ],
    });
    for (const text of ['', '51 3\n51 4', '51 3\nGent\n52 4\n52 3']) expect(siteIn(text), text).toBeNull();
  });

  it('are written as they are read', () => {
    const spot = { lat: 51.0543, lon: -3.7174 };
    expect(spotText(spot)).toBe('51.054300, -3.717400');
    expect(spotIn(spotText(spot))).toEqual(spot);
  });
});
