import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import { ChangeLine } from './ChangeLine.tsx';
import { useCorrections } from './corrections.ts';

/** What was corrected of one place, newest first. */
export function PlaceHistory({ facility }: { facility: string }) {
  const { t } = useWords();
  const { ground } = useScene();
  const { data } = useCorrections(ground);
  const own = data?.filter(({ places }) => places.some(one => one.facility === facility)) ?? [];
  if (own.length === 0) return null;
  return (
    <section className="place-history" aria-label={t('places.history')} data-testid="place-history">
      <h3>{t('places.history')}</h3>
      <ol className="change-lines">
        {own.map(change => (
          <ChangeLine key={change.change} change={change} named={change.places.length > 1} />
        ))}
      </ol>
    </section>
  );
}
