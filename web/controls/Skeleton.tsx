import { useWords } from '../i18n/words.ts';

/** Grey lines where text will be; its meaning is said once, not line by line. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const { t } = useWords();
  return (
    <div className="skeleton" role="status">
      <span className="unseen">{t('app.loading')}</span>
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <span key={i} className="skeleton-line" style={{ width: `${92 - ((i * 23) % 45)}%` }} />
      ))}
    </div>
  );
}
