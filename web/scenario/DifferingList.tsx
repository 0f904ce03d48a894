import type { Differing } from '../../core/scenario/differing.ts';
import { useWords } from '../i18n/words.ts';
import { useDifferingWords } from './differingWords.ts';

/** Longer lists are no longer read; their number is told. */
const mostLines = 40;

/** Every difference between two scenarios, a line each. */
export function DifferingList({ differing, label }: { differing: Differing; label: string }) {
  const { t } = useWords();
  const { lines } = useDifferingWords();
  const all = lines(differing);
  return (
    <ul className="differing" aria-label={label}>
      {all.slice(0, mostLines).map(line => (
        <li key={line}>{line}</li>
      ))}
      {all.length > mostLines && <li>{t('sharing.line.andMore', { count: all.length - mostLines })}</li>}
    </ul>
  );
}
