import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { IconButton } from '../controls/IconButton.tsx';
import { useWords } from '../i18n/words.ts';
import { useAreasText, useShowAreas } from './editAreas.ts';
import { dismissStepNotice, useStepNotice } from './undo.ts';

/** Long enough to read a sentence; a pointer or a focus upon it holds it. */
const shownMs = 10_000;

/** What was taken back or done again, for a moment on the map, with the way to where it was. */
export function StepNotice() {
  const { t } = useWords();
  const notice = useStepNotice(state => state.notice);
  const card = useRef<HTMLDivElement>(null);
  const names = useAreasText();
  const show = useShowAreas();
  useEffect(() => {
    if (notice === null) return;
    const timer = setInterval(() => {
      if (card.current?.matches(':hover, :focus-within') !== true) dismissStepNotice();
    }, shownMs);
    return () => clearInterval(timer);
  }, [notice]);
  if (notice === null) return null;
  return (
    <div ref={card} className="step-notice" data-testid="step-notice">
      <p>
        {notice.text} {notice.areas.length > 0 && <strong>{names(notice.areas)}</strong>}
      </p>
      {notice.areas.length > 0 && (
        <Button className="link-button" onPress={() => show(notice.areas)}>
          {t('scenario.zoomTo')}
        </Button>
      )}
      <IconButton icon="close" label={t('app.close')} onPress={dismissStepNotice} />
    </div>
  );
}
