import type { AreasAccess } from '../data/access.ts';
import { useScene } from '../state/scene.tsx';
import { settledWords } from './settled.ts';
import { walkedWords } from './walked.ts';
import { useAccessWords } from './words.ts';

/** Who is reached, in two sentences, and what these rest on. */
export function ReachHeadline({ answer }: { answer: AreasAccess }) {
  const words = useAccessWords();
  const { t, text, share, count, functions, ages } = words;
  const { levels } = useScene();
  const { totals, rule, places, placesWithoutArea, areasWithout, areasWithoutIndex, settlement } = answer;
  const { all, deprived, others } = totals;
  const level = levels.find(one => one.id === settlement.level);
  const notes = [
    t('access.placesCounted', { places: count(places) }),
    placesWithoutArea > 0 && t('access.withoutArea', { count: placesWithoutArea }),
    !answer.exactAges && t('access.otherAges', { ages: answer.counted.map(ages).join(', ') }),
    areasWithout > 0 && t('access.areasWithout', { count: areasWithout }),
    areasWithoutIndex > 0 && t('access.areasWithoutIndex', { count: areasWithoutIndex }),
    walkedWords(words, answer),
    settledWords(words, answer, level === undefined ? settlement.level : text(level.title)),
  ];
  return (
    <section className="access-headline" data-testid="reach-headline">
      <p className="access-says">
        {places === 0
          ? t('access.noPlaces')
          : t('access.headline', {
              share: all.share === null ? '–' : share(all.share),
              what: functions(rule.functions),
              metres: count(rule.withinM),
            })}
      </p>
      {deprived?.share != null && others?.share != null && (
        <p>
          {t('access.headlineDeprived', { deprived: share(deprived.share), others: share(others.share) })}
        </p>
      )}
      <p className="quiet">{notes.filter(Boolean).join(' ')}</p>
    </section>
  );
}
