import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { Copyable } from '../controls/Copyable.tsx';
import { useWords } from '../i18n/words.ts';
import type { ServerLink } from '../state/database.ts';
import { useWorkspace } from '../state/workspace.ts';
import { ConflictDialog } from './ConflictDialog.tsx';
import { openDialog } from './dialogs.ts';
import { SendingNote } from './SendingNote.tsx';
import { fetchLatest, sendScenario, useSending } from './sending.ts';
import { type Conflict, latestOf } from './server.ts';

/** What the server has that is later than what this browser last knew; asked on opening and on coming back to the page. */
function useLater(link: ServerLink | undefined): Conflict | null {
  const [latest, setLatest] = useState<Conflict | null>(null);
  useEffect(() => {
    if (link === undefined) return;
    let wanted = true;
    const ask = () => {
      // Nobody asked for it, so an answer that does not come is no trouble.
      latestOf(link).then(
        answer => wanted && setLatest(answer),
        () => undefined,
      );
    };
    ask();
    window.addEventListener('focus', ask);
    return () => {
      wanted = false;
      window.removeEventListener('focus', ask);
    };
  }, [link]);
  return latest !== null && link !== undefined && latest.revision > link.revision ? latest : null;
}

/** Whether the server has this scenario, and the buttons that give it the latest version and links to it. */
export function ServerState({ scenario }: { scenario: ScenarioDocument }) {
  const { t } = useWords();
  const link = useWorkspace(state => state.links.get(scenario.id));
  const work = useSending(state => state.work.get(scenario.id));
  const later = useLater(link);
  // Without the secret this browser can read the server's version and not write it.
  const mine = link !== undefined && link.secret !== null;
  const changed = link !== undefined && link.storedUpdatedAt !== scenario.updatedAt;
  const unchanged = link?.via === 'link' ? 'sharing.storedViaLink' : 'scenario.stored';
  const state = mine ? (changed ? 'scenario.storedChanged' : unchanged) : 'scenario.storedByOther';
  return (
    <div className="server-state">
      {link !== undefined && (
        <>
          <p className="quiet" role="status" data-testid="server-state">
            {t(state, { revision: link.revision })}
          </p>
          {link.via !== 'link' && <Copyable text={link.serverId} label={t('scenario.storedCopy')} />}
        </>
      )}
      {later !== null && !changed && (
        <p className="note" role="status">
          {t('sharing.newer')}{' '}
          <Button className="link-button" onPress={() => void fetchLatest(scenario.id, later)}>
            {t('sharing.fetchLatest')}
          </Button>
        </p>
      )}
      <SendingNote id={scenario.id} />
      <div className="actions">
        {(link === undefined || changed) && (
          // The button stays as it is while it works: one that is switched off would drop the focus.
          <Button className="button" onPress={() => void sendScenario(scenario.id)}>
            {t(link === undefined ? 'scenario.store' : mine ? 'scenario.storeAgain' : 'scenario.storeAsNew')}
          </Button>
        )}
        <Button className="button" onPress={() => openDialog('share')}>
          {t('sharing.share')}
        </Button>
        <Button className="button" onPress={() => openDialog('versions')}>
          {t('sharing.versions')}
        </Button>
      </div>
      {work?.state === 'conflict' && <ConflictDialog scenario={scenario} theirs={work.with} />}
    </div>
  );
}
