import { Button } from 'react-aria-components';
import { ProblemError } from '../../core/problem.ts';
import { Problem } from '../controls/Problem.tsx';
import { useWords } from '../i18n/words.ts';
import { leaveShared, openShared, useShared } from './shared.ts';

/** The link in the address: that it is being opened, or why it opens nothing and how to go on. */
export function SharedLink() {
  const { t } = useWords();
  const opening = useShared(state => state.opening);
  if (opening.state === 'none') return null;
  if (opening.state === 'opening') {
    return (
      <p className="quiet" role="status">
        {t('sharing.opening')}
      </p>
    );
  }
  const dead = opening.error instanceof ProblemError && opening.error.code === 'not-found';
  return (
    <div className="empty-panel" role="alert" data-testid="dead-link">
      <h3>{t(dead ? 'sharing.linkDeadTitle' : 'sharing.linkFailed')}</h3>
      {dead ? <p>{t('sharing.linkDead')}</p> : <Problem error={opening.error} onRetry={openShared} />}
      <Button className="button" onPress={leaveShared}>
        {t('sharing.linkLeave')}
      </Button>
    </div>
  );
}
