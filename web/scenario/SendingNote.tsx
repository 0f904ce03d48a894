import { Button } from 'react-aria-components';
import { ProblemError } from '../../core/problem.ts';
import { Problem } from '../controls/Problem.tsx';
import { useWords } from '../i18n/words.ts';
import { useWorkspace } from '../state/workspace.ts';
import { sendAsNew, sendNow, sendScenario, useSending } from './sending.ts';

const gone = (error: unknown) => error instanceof ProblemError && error.code === 'not-found';

/** That a scenario still has to go to the server, or why it did not. */
export function SendingNote({ id }: { id: string }) {
  const { t, dateTime } = useWords();
  const since = useWorkspace(state => state.waiting.get(id));
  const work = useSending(state => state.work.get(id));
  if (work?.state === 'failed' && gone(work.error)) {
    return (
      <div className="note alarm" role="alert">
        <p>{t('sharing.goneFromServer')}</p>
        <Button className="button" onPress={() => void sendAsNew(id)}>
          {t('scenario.storeAsNew')}
        </Button>
      </div>
    );
  }
  if (work?.state === 'failed') return <Problem error={work.error} onRetry={() => void sendScenario(id)} />;
  if (since === undefined || work?.state === 'conflict') return null;
  return (
    <div className="note" role="status" data-testid="waiting">
      <p>
        {t('sharing.waiting')}{' '}
        <span className="quiet">{t('sharing.waitingHelp', { date: dateTime(since) })}</span>
      </p>
      <Button className="link-button" onPress={sendNow}>
        {t('sharing.sendNow')}
      </Button>
    </div>
  );
}
