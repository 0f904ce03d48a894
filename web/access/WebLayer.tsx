import { useEffect } from 'react';
import { Checkbox } from 'react-aria-components';
import { announce } from '../controls/Announcer.tsx';
import { Icon } from '../controls/Icon.tsx';
import { Problem } from '../controls/Problem.tsx';
import { SteppedNumber } from '../controls/SteppedNumber.tsx';
import { sentence } from '../i18n/format.ts';
import { setView } from '../state/view.ts';
import { showPlaceWeb, useWeb } from './web.ts';
import { useAccessWords } from './words.ts';

/** The web of places and the routes between them, over whatever the map shows. */
export function WebLayer() {
  const { t, count, decimal, functions: called } = useAccessWords();
  const { withinM, functions, data, error, file } = useWeb();
  const told =
    data === undefined
      ? ''
      : [
          sentence(
            t('access.web.of', {
              functions: called(functions),
              places: count(data.counts.places),
              routes: count(data.counts.routes),
              km: decimal(data.counts.metres / 1000, 1),
            }),
          ),
          t('access.web.groups', { count: data.counts.groups, largest: count(data.counts.largest) }),
          ...(data.counts.alone > 0 ? [t('access.web.alone', { count: data.counts.alone })] : []),
        ].join(' ');
  useEffect(() => {
    if (told !== '') announce(told);
  }, [told]);
  return (
    <section className="web-layer" aria-label={t('access.web.title')} data-testid="web-layer">
      <Checkbox className="checkbox" isSelected={withinM !== null} onChange={showPlaceWeb}>
        <span className="checkbox-mark">
          <Icon name="check" size={14} />
        </span>
        {t('access.web.show')}
      </Checkbox>
      {withinM !== null && (
        <>
          <SteppedNumber
            label={t('access.web.within')}
            value={withinM}
            least={50}
            most={5000}
            step={50}
            onChange={next => setView({ webWithinM: next })}
          />
          {error !== null && <Problem error={error} />}
          {error === null && <p className="quiet">{told === '' ? t('access.web.loading') : told}</p>}
          {file !== null && (
            <p>
              <a href={file} download="weefsel.geojson">
                {t('access.web.download')}
              </a>
            </p>
          )}
          <details className="how">
            <summary>{t('access.web.how')}</summary>
            <p>{t('access.web.howText')}</p>
          </details>
        </>
      )}
    </section>
  );
}
