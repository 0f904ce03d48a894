import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { FACILITY_FUNCTION_IDS } from '../../data/facility-functions.ts';
import { startTexts } from '../../web/i18n/catalogue.ts';
import { en } from '../../web/i18n/en.ts';
import { nl } from '../../web/i18n/nl.ts';
import { facilitySigns } from '../../web/layers/facilities.ts';

type Node = { [key: string]: string | Node };

function entries(node: Node, path = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : entries(value, `${path}${key}.`),
  );
}

const dutch = entries(nl);
const english = new Map(entries(en));
const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]).sort();

describe('The catalogue', () => {
  it('has every text in both languages, none of them empty', () => {
    expect([...english.keys()].sort()).toEqual(dutch.map(([key]) => key).sort());
    for (const [key, text] of [...dutch, ...english]) expect(text.trim(), key).not.toBe('');
  });

  it('fills in the same words in both languages', () => {
    for (const [key, text] of dutch) expect(places(english.get(key) ?? ''), key).toEqual(places(text));
  });

  it('has a name and a sign for every function of a facility', () => {
    for (const id of FACILITY_FUNCTION_IDS) {
      expect(nl.facility).toHaveProperty(id);
      expect(facilitySigns).toContain(id);
    }
  });

  it('writes the numbers in its sentences like those beside them, and years as they are', async () => {
    await startTexts('nl');
    expect(i18next.t('selection.count', { count: 1702 })).toBe('1\u202f702 gebieden');
    expect(i18next.t('selection.count', { count: 1 })).toBe('1 gebied');
    expect(i18next.t('command.year', { year: 2023 })).toBe('Jaar: 2023');
    expect(i18next.t('selection.count', { count: 1702, lng: 'en' })).toBe('1,702 areas');
  });

  it('never blames people', () => {
    for (const [key, text] of dutch) expect(text, key).not.toMatch(/getto|probleemwijk|arme mensen/i);
  });
});
