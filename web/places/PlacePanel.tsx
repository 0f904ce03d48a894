import { useEffect, useRef } from 'react';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import { usePlaces } from './corrections.ts';
import { PlaceForm } from './PlaceForm.tsx';
import { PlaceHistory } from './PlaceHistory.tsx';
import { usePlaceWork } from './work.ts';

/** The place in hand: what is known of it, to correct, and what was corrected before. */
export function PlacePanel() {
  const { t } = useWords();
  const { ground } = useScene();
  const { selected } = usePlaceWork();
  const { data, isPlaceholderData } = usePlaces(ground, null);
  const place = data?.features.find(one => one.id === selected) ?? null;
  const state = `${selected} ${JSON.stringify(place)}`;
  const panel = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form that was saved makes way for the next one, and the focus with it
  useEffect(() => {
    if (document.activeElement === document.body) panel.current?.focus();
  }, [state]);
  if (selected === null) return <p className="places-empty quiet">{t('places.choose')}</p>;
  return (
    <section ref={panel} className="place-panel" tabIndex={-1} aria-label={t('places.inHand')}>
      {(place !== null || selected === 'new') && <PlaceForm key={state} place={place} />}
      {place === null && selected !== 'new' && !isPlaceholderData && (
        <p className="places-empty">{t('places.notShown')}</p>
      )}
      {selected !== 'new' && <PlaceHistory facility={selected} />}
    </section>
  );
}
