import { Button } from 'react-aria-components';
import { useWords } from '../i18n/words.ts';
import { dismissNotice, type Notice, useWorkspace } from '../state/workspace.ts';

/** What happened to scenarios beside what the person did, until they have read it. */
export function TabNotices() {
  const { t } = useWords();
  const notices = useWorkspace(state => state.notices);
  const said = ({ kind, title, copy }: Notice) =>
    ({
      both: t('scenario.changedInBoth', { title, copy }),
      theirs: t('scenario.deletionUndone', { title }),
      conflict: t('sharing.conflictNotice', { title }),
      replaced: t('scenario.replaced', { title, copy }),
    })[kind];
  return notices.map(notice => (
    <p key={`${notice.kind} ${notice.title} ${notice.copy}`} className="banner" role="alert">
      {said(notice)}
      <Button className="link-button" onPress={() => dismissNotice(notice)}>
        {t('scenario.understood')}
      </Button>
    </p>
  ));
}
