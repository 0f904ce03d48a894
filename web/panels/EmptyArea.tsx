import { Button } from 'react-aria-components';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import { pinHighest } from './highest.ts';

/** Nothing chosen yet: what belongs here, and one button that shows it. */
export function EmptyArea() {
  const { t } = useWords();
  const scene = useScene();
  return (
    <section className="panel empty-panel" aria-label={t('area.panel')}>
      <h2>{t('area.emptyTitle')}</h2>
      <p>{t('area.emptyText')}</p>
      <Button
        className="button primary"
        isDisabled={scene.values === undefined}
        onPress={() => pinHighest(scene)}
      >
        {t('area.showHighest')}
      </Button>
      <p className="quiet">{t('selection.boxHelp')}</p>
    </section>
  );
}
