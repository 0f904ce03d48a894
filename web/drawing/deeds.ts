import type { ParseKeys } from 'i18next';
import { isArrowKey } from '../map/neighbours.ts';

/** What a key can do while something is drawn, dragged or pointed at. */
export type Deed = 'move' | 'place' | 'finish' | 'undo' | 'redo' | 'cancel';

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

/** A key as the sheet shows it: itself, or a text where its name has a language. */
export type KeyName = string | { text: ParseKeys };

/** What a sentence about the keys can say of a deed; `fine` is a finer move. */
export type DeedName = Deed | 'fine';

export type DeedKeys = {
  deed: Deed;
  name: DeedName;
  title: ParseKeys;
  keys: readonly KeyName[];
  /** The keys in a sentence, where they are one thing. */
  inWords?: ParseKeys;
  /** True for a key that means this only while the focus is on the map. */
  onMap: boolean;
  means: (pressed: Pressed) => boolean;
};

const letter = ({ key }: Pressed) => key.toLowerCase();
const isPlain = ({ ctrlKey, metaKey }: Pressed) => !ctrlKey && !metaKey;
const plainKey = (wanted: string) => (pressed: Pressed) => isPlain(pressed) && pressed.key === wanted;

/** Every key of drawing, in the order of the sheet: what is heard, shown on the sheet and offered in the palette. */
export const DEED_KEYS: readonly DeedKeys[] = [
  {
    deed: 'move',
    name: 'move',
    title: 'drawing.deed.move',
    keys: ['↑', '↓', '←', '→'],
    inWords: 'drawing.deed.arrows',
    onMap: true,
    means: pressed => isPlain(pressed) && !pressed.shiftKey && isArrowKey(pressed.key),
  },
  {
    deed: 'move',
    name: 'fine',
    title: 'drawing.deed.fine',
    keys: [{ text: 'drawing.deed.fineKeys' }],
    onMap: true,
    means: pressed => isPlain(pressed) && pressed.shiftKey && isArrowKey(pressed.key),
  },
  {
    deed: 'place',
    name: 'place',
    title: 'drawing.deed.place',
    keys: [{ text: 'command.space' }],
    onMap: true,
    means: plainKey(' '),
  },
  {
    deed: 'finish',
    name: 'finish',
    title: 'drawing.deed.finish',
    keys: ['Enter'],
    onMap: true,
    means: plainKey('Enter'),
  },
  {
    deed: 'undo',
    name: 'undo',
    title: 'drawing.undo',
    keys: ['Z', 'Ctrl Z'],
    onMap: false,
    means: pressed => letter(pressed) === 'z' && !pressed.shiftKey,
  },
  {
    deed: 'undo',
    name: 'undo',
    title: 'drawing.undo',
    keys: ['Backspace'],
    onMap: true,
    means: plainKey('Backspace'),
  },
  {
    deed: 'redo',
    name: 'redo',
    title: 'drawing.redo',
    keys: ['Y', 'Ctrl Y'],
    onMap: false,
    means: pressed => letter(pressed) === 'y' || (letter(pressed) === 'z' && pressed.shiftKey),
  },
  {
    deed: 'cancel',
    name: 'cancel',
    title: 'drawing.cancel',
    keys: ['Esc'],
    onMap: false,
    means: ({ key }) => key === 'Escape',
  },
];

/** What a key means, with the focus on the map or elsewhere; null for a key that drawing leaves to the page. */
export const deedOf = (pressed: Pressed, onMap: boolean): Deed | null =>
  DEED_KEYS.find(one => (onMap || !one.onMap) && one.means(pressed))?.deed ?? null;
