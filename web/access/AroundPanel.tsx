import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { announce } from '../controls/Announcer.tsx';
import { Problem } from '../controls/Problem.tsx';
import { SteppedNumber } from '../controls/SteppedNumber.tsx';
import { FacilitySign } from '../layers/FacilitySign.tsx';
import { stopPointing, usePointing } from '../scenario/pointing.ts';
import { useScene } from '../state/scene.tsx';
import { askAround, clearAround, useAroundAnswer, useAroundPoint } from './around.ts';
import { walkedWords } from './walked.ts';
import { useAccessWords } from './words.ts';

const MOST_PLACES = 12;

/** A point on the map, seen both ways: who reaches it, and what is reached from it. */
export function AroundPanel() {
  const words = useAccessWords();
  const { t, count, decimal, people } = words;
  const { region } = useScene();
  const asking = usePointing(state => state.take !== null);
  const { at, withinM, data, error } = useAroundAnswer();
  useEffect(() => {
    if (data === undefined) return;
    announce(
      `${t('access.around.title', { metres: count(data.withinM) })}: ${t('access.around.children', { children: people(data.counts.all) })}`,
    );
  }, [data, t, count, people]);
  if (region.facilities.length === 0) return null;
  return (
    <section className="panel around-panel" aria-label={t('access.around.start')} data-testid="around">
      {asking ? (
        <>
          <p role="status">{t('access.around.point')}</p>
          <Button className="button" onPress={stopPointing}>
            {t('app.cancel')}
          </Button>
        </>
      ) : (
        <Button className="button" onPress={askAround}>
          {t('access.around.start')}
        </Button>
      )}
      {at !== null && error !== null && <Problem error={error} />}
      {at !== null && data !== undefined && (
        <>
          <h2>{t('access.around.title', { metres: count(data.withinM) })}</h2>
          <SteppedNumber
            label={t('access.around.within')}
            value={withinM}
            least={50}
            most={5000}
            step={50}
            onChange={next => useAroundPoint.setState({ withinM: next })}
          />
          <h3>{t('access.around.who')}</h3>
          <p data-testid="around-who">
            <strong>{t('access.around.children', { children: people(data.counts.all) })}</strong>
            {data.counts.deprived !== null &&
              `, ${t('access.around.deprived', { deprived: people(data.counts.deprived) })}`}
          </p>
          <h3>{t('access.around.what')}</h3>
          {data.places.length === 0 ? (
            <p className="quiet">{t('access.around.nothing')}</p>
          ) : (
            <ul className="reach-list">
              {data.places.slice(0, MOST_PLACES).map(({ id, name, functions, metres }) => (
                <li key={id}>
                  <span>
                    <FacilitySign name={functions[0] ?? 'play'} /> {name ?? t('access.area.noName')},{' '}
                    {count(Math.round(metres))} m
                  </span>
                </li>
              ))}
            </ul>
          )}
          <details className="how">
            <summary>{t('area.how')}</summary>
            <p>
              {data.from.streetM === null || data.to.streetM === null
                ? t('access.around.circle')
                : t('access.around.streets', {
                    from: decimal(data.from.streetM / 1000, 1),
                    to: decimal(data.to.streetM / 1000, 1),
                  })}{' '}
              {walkedWords(words, data)}
            </p>
          </details>
          <Button className="button" onPress={clearAround}>
            {t('access.around.clear')}
          </Button>
        </>
      )}
    </section>
  );
}
