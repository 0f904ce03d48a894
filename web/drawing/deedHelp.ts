import type { ParseKeys, TFunction } from 'i18next';
import { DEED_KEYS, type DeedKeys, type DeedName } from './deeds.ts';

/** What can be done on the map with the keys, and what each deed is called in it; a deed that is not there has no meaning in it. */
const WORDS = {
  draw: {
    move: 'drawing.does.moveCross',
    fine: 'drawing.does.finer',
    place: 'drawing.does.corner',
    finish: 'drawing.does.close',
    undo: 'drawing.does.back',
    redo: 'drawing.does.again',
    cancel: 'drawing.does.stop',
  },
  adjust: {
    move: 'drawing.does.moveWhole',
    fine: 'drawing.does.finer',
    finish: 'drawing.does.done',
    cancel: 'drawing.does.done',
  },
  point: {
    move: 'drawing.does.moveCross',
    fine: 'drawing.does.finer',
    place: 'drawing.does.point',
    finish: 'drawing.does.point',
    cancel: 'drawing.does.stop',
  },
} as const satisfies Record<string, Partial<Record<DeedName, ParseKeys>>>;
export type DeedTask = keyof typeof WORDS;

/** The keys of a task in a sentence, from the table that hears them. */
export function deedHelp(task: DeedTask, t: TFunction): string {
  const words: Partial<Record<DeedName, ParseKeys>> = WORDS[task];
  const inWords = ({ keys, inWords }: DeedKeys): string[] =>
    inWords === undefined ? keys.map(key => (typeof key === 'string' ? key : t(key.text))) : [t(inWords)];
  const keysOf = new Map<ParseKeys, string[]>();
  for (const entry of DEED_KEYS) {
    const does = words[entry.name];
    if (does !== undefined) keysOf.set(does, [...(keysOf.get(does) ?? []), ...inWords(entry)]);
  }
  const parts = Array.from(keysOf, ([does, keys]) => t(does, { keys: keys.join(t('drawing.does.or')) }));
  return t('drawing.does.sentence', { parts: parts.join(', ') });
}
