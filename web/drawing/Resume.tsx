import { Button } from 'react-aria-components';
import { useWords } from '../i18n/words.ts';
import { useResuming } from './resuming.ts';

/** Over the map: a drawing that was left in the middle, such as by a tab that closed. */
export function Resume() {
  const { t } = useWords();
  const resuming = useResuming();
  if (resuming === null) return null;
  const { kept, resume, drop } = resuming;
  return (
    <fieldset
      className="drawing-bar"
      aria-label={t('drawing.unfinished.title')}
      data-testid="unfinished-drawing"
    >
      <div className="drawing-line">
        <strong role="status">{t('drawing.unfinished.text', { count: kept.corners.length })}</strong>
        <span className="drawing-buttons">
          <Button className="button primary" onPress={resume}>
            {t('drawing.unfinished.resume')}
          </Button>
          <Button className="button" onPress={drop}>
            {t('drawing.unfinished.drop')}
          </Button>
        </span>
      </div>
    </fieldset>
  );
}
