import { Button } from 'react-aria-components';
import { useWords } from '../i18n/words.ts';
import { dismissNotice, type Notice, useWorkspace } from '../state/workspace.ts';

/** What another tab did at the same time, until the person has read it. */
export function TabNotices() {
  const { t } = useWords();
  const notices = useWorkspace(state => state.notices);
  const said = ({ kind, title, copy }: Notice) =>
    kind === 'both' ? t('scenario.changedInBoth', { title, copy }) : t('scenario.deletionUndone', { title });
  return notices.map(notice => (
    <p key={`${notice.kind} ${notice.title} ${notice.copy}`} className="banner" role="alert">
      {said(notice)}
      <Button className="link-button" onPress={() => dismissNotice(notice)}>
        {t('scenario.understood')}
      </Button>
    </p>
  ));
}
