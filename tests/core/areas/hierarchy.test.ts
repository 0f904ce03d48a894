import { describe, expect, it } from 'vitest';
import {
  ancestorPositions,
  ancestorsOf,
  childLevel,
  childrenOf,
  scopeIndices,
} from '../../../core/areas/hierarchy.ts';
import { areaTable, smallRegion } from './region.ts';

const tables = smallRegion();

describe('the areas of a scope', () => {
  it('are all areas of the level without one', () => {
    expect([...scopeIndices(tables, 'sector', null)]).toEqual([0, 1, 2, 3, 4]);
  });

  it('are the descendants, over one link or several', () => {
    expect([...scopeIndices(tables, 'sector', { level: 'municipality', code: 'M1' })]).toEqual([0, 2]);
    expect([...scopeIndices(tables, 'sector', { level: 'province', code: 'P' })]).toEqual([0, 1, 2, 3]);
    expect([...scopeIndices(tables, 'municipality', { level: 'province', code: 'P' })]).toEqual([0, 1]);
  });

  it('are the area itself at its own level, and none where nothing lies below', () => {
    expect([...scopeIndices(tables, 'sector', { level: 'sector', code: 'S3' })]).toEqual([2]);
    expect([...scopeIndices(tables, 'sector', { level: 'municipality', code: 'M3' })]).toEqual([]);
  });

  it('are found by the parent codes alone where the parents have no polygons', () => {
    const sectorsOnly = new Map([['sector' as const, tables.get('sector')!]]);
    expect([...scopeIndices(sectorsOnly, 'sector', { level: 'municipality', code: 'M2' })]).toEqual([1, 3]);
    expect(() => scopeIndices(sectorsOnly, 'sector', { level: 'municipality', code: 'M9' })).toThrow(
      'There is no municipality with code "M9".',
    );
  });

  it('do not exist for a scope, a level or a link that is not there', () => {
    expect(() => scopeIndices(tables, 'sector', { level: 'municipality', code: 'M9' })).toThrow(
      'There is no municipality with code "M9".',
    );
    expect(() => scopeIndices(tables, 'neighbourhood', null)).toThrow(
      'There are no areas of level neighbourhood; there are province, municipality, sector, grid.',
    );
    expect(() => scopeIndices(tables, 'grid', { level: 'municipality', code: 'M1' })).toThrow(
      'Areas of level grid do not lie in one of level municipality: their parents are grid.',
    );
    expect(() => scopeIndices(tables, 'municipality', { level: 'sector', code: 'S1' })).toThrow(
      'their parents are municipality → province',
    );
  });
});

describe('the family of an area', () => {
  it('has its ancestors nearest first', () => {
    expect(ancestorsOf(tables, { level: 'sector', code: 'S4' })).toEqual([
      { level: 'municipality', code: 'M2' },
      { level: 'province', code: 'P' },
    ]);
    expect(ancestorsOf(tables, { level: 'sector', code: 'S5' })).toEqual([]);
    expect(() => ancestorsOf(tables, { level: 'sector', code: 'S9' })).toThrow(
      'There is no sector with code "S9".',
    );
  });

  it('has its children at the next finer level, or at the one asked for', () => {
    const province = { level: 'province', code: 'P' } as const;
    expect(childrenOf(tables, province)).toEqual({ level: 'municipality', indices: Int32Array.of(0, 1) });
    expect(childrenOf(tables, province, 'sector').indices).toEqual(Int32Array.of(0, 1, 2, 3));
    expect(childrenOf(tables, { level: 'sector', code: 'S1' })).toEqual({
      level: null,
      indices: new Int32Array(0),
    });
  });

  it('takes neighbourhoods before sectors where a municipality has both', () => {
    const both = new Map(tables).set(
      'neighbourhood',
      areaTable('neighbourhood', 'municipality', [['N1', 'M1']]),
    );
    expect(childLevel(both, 'municipality')).toBe('neighbourhood');
  });

  it('gives every area the place of its ancestor, −1 without one', () => {
    expect([...ancestorPositions(tables, 'sector', 'municipality')]).toEqual([0, 1, 0, 1, -1]);
    expect([...ancestorPositions(tables, 'sector', 'province')]).toEqual([0, 0, 0, 0, -1]);
  });
});
