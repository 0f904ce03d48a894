import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOfLevel, type OfLevels } from '../../../core/access/levels.ts';

const school = (more: {
  functions?: string[];
  ofLevels?: OfLevels;
  ages?: { from: number; to: number };
}) => ({
  ...{ functions: ['nursery_school', 'primary_school'], capacity: 270, staff: 18, ages: null },
  ...more,
});

describe('a place of several levels', () => {
  it('is divided by years of age where nothing else is known', () => {
    // Three years of nursery school and six of primary school.
    expect(numberOfLevel(school({}), 'capacity', 'nursery_school')).toBe(90);
    expect(numberOfLevel(school({}), 'capacity', 'primary_school')).toBe(180);
    expect(numberOfLevel(school({}), 'staff', 'primary_school')).toBe(12);
    // Only the youngest two years of primary school: three and two.
    const young = school({ ages: { from: 2, to: 7 } });
    expect(numberOfLevel(young, 'capacity', 'nursery_school')).toBe((270 * 3) / 5);
  });

  it('is divided by pupils where they are told of every level', () => {
    const pupils = { nursery_school: 60, primary_school: 120 };
    expect(numberOfLevel(school({ ofLevels: { pupils } }), 'capacity', 'nursery_school')).toBe(90);
    const grown = school({ ofLevels: { pupils: { ...pupils, primary_school: 40 } } });
    expect(numberOfLevel(grown, 'capacity', 'nursery_school')).toBeCloseTo(162, 12);
    const partly = school({ ofLevels: { pupils: { nursery_school: 60 } } });
    expect(numberOfLevel(partly, 'capacity', 'nursery_school')).toBe(90);
    const nobody = school({ ofLevels: { pupils: { nursery_school: 0, primary_school: 0 } } });
    expect(numberOfLevel(nobody, 'capacity', 'nursery_school')).toBe(90);
  });

  it('has the number of the level itself where that is told, and the others have the rest', () => {
    const told = school({ ofLevels: { capacity: { nursery_school: 100 } } });
    expect(numberOfLevel(told, 'capacity', 'nursery_school')).toBe(100);
    expect(numberOfLevel(told, 'capacity', 'primary_school')).toBe(170);
    expect(numberOfLevel(told, 'staff', 'nursery_school')).toBe(6);
    const unlike = school({ ofLevels: { capacity: { nursery_school: 300 } } });
    expect(numberOfLevel(unlike, 'capacity', 'primary_school')).toBe(0);
    const alone = { ...told, capacity: null };
    expect(numberOfLevel(alone, 'capacity', 'nursery_school')).toBe(100);
    expect(numberOfLevel(alone, 'capacity', 'primary_school')).toBeNull();
  });

  it('counts whole for what is for all ages, and for its only level', () => {
    const mixed = school({ functions: ['primary_school', 'play'] });
    expect(numberOfLevel(mixed, 'capacity', 'primary_school')).toBe(270);
    expect(numberOfLevel(school({}), 'capacity', 'play')).toBe(270);
  });

  it('adds up to the whole, however it is divided', () => {
    const pupils = fc.record({
      nursery_school: fc.nat(400),
      primary_school: fc.nat(400),
      childcare: fc.nat(90),
    });
    const functions = fc.subarray(['childcare', 'nursery_school', 'primary_school'], { minLength: 1 });
    fc.assert(
      fc.property(functions, pupils, fc.boolean(), fc.nat(900), (levels, counts, told, capacity) => {
        const place = { functions: levels, capacity, staff: null, ages: null };
        const all = { ...place, ofLevels: told ? { pupils: counts } : {} };
        const sum = levels.reduce((so, id) => so + numberOfLevel(all, 'capacity', id)!, 0);
        expect(sum).toBeCloseTo(capacity, 8);
      }),
    );
  });
});
