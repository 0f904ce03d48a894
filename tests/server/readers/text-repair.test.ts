import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, repairText } from '../../../server/readers/text-repair.ts';

describe('doubly encoded text', () => {
  it.each([
    ['BrÃ¼gge', 'Brügge'],
    ['LiÃ¨ge', 'Liège'],
    ['Â½ Ã©tÃ©', '½ été'],
    ['â‚¬', '€'],
    ['Ã‰cole', 'École'],
    // Seen as ISO 8859-1 instead of windows-1252, É leaves a control character.
    ['Ã\u0089cole', 'École'],
  ])('%s is %s', (given, repaired) => {
    expect(repairText(given)).toBe(repaired);
  });

  it.each([
    'Brügge',
    'Liège',
    'Ã',
    'SÃO',
    'Zoë ÃŸ 漢',
    'cœur',
    'é è',
    'BrÃ¼gge en Liège',
  ])('%s stays', text => {
    expect(repairText(text)).toBe(text);
  });

  it('is always repaired when it was Latin text, encoded twice', () => {
    const latin = fc.string({ unit: fc.constantFrom('a', ' ', 'é', 'ü', 'ç', 'ß', 'Å', 'ñ'), minLength: 1 });
    fc.assert(
      fc.property(latin, text => {
        expect(repairText(new TextDecoder('windows-1252').decode(Buffer.from(text)))).toBe(text);
      }),
    );
  });
});

it('bytes are UTF-8 where they are valid, else windows-1252', () => {
  expect(decodeText(Buffer.from('Liège'))).toBe('Liège');
  expect(decodeText(Buffer.from('Li\xe8ge \x80', 'latin1'))).toBe('Liège €');
});
