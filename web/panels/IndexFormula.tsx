import { countSymbols } from '../../core/concentration/symbols.ts';
import type { IndexDescription } from '../../core/concentration/types.ts';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';

/** The formula of an index and what its symbols mean, those that all indices of one group have in common too. */
export function IndexFormula({ formula, symbols, family }: IndexDescription) {
  const { text } = useWords();
  const told = [
    ...(family === 'multigroup' ? [] : [countSymbols]),
    ...(symbols === undefined ? [] : [symbols]),
  ];
  return (
    <>
      <code>{formula}</code>
      {told.map(each => (
        <p key={each.nl}>{sentence(text(each))}.</p>
      ))}
    </>
  );
}
