import { apiUrl } from '../data/http.ts';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';

/** Corrections as files for those who publish the places, so that the next edition is right by itself. */
export function HandBack() {
  const { t } = useWords();
  const { ground } = useScene();
  return (
    <section className="places-export" aria-label={t('places.handBack')}>
      <h2>{t('places.handBack')}</h2>
      <p className="quiet">{t('places.handBackText')}</p>
      <div className="actions">
        <a className="button" href={apiUrl('/exports/corrections.osc', ground)} download>
          {t('places.asOsc')}
        </a>
        <a className="button" href={apiUrl('/exports/corrections.geojson', ground)} download>
          {t('places.asNotes')}
        </a>
      </div>
    </section>
  );
}
