import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { announce } from '../controls/Announcer.tsx';
import { Problem } from '../controls/Problem.tsx';
import { Sheet } from '../controls/Sheet.tsx';
import { useWords } from '../i18n/words.ts';
import type { ServerLink } from '../state/database.ts';
import { useWorkspace } from '../state/workspace.ts';
import { GivenLinks } from './GivenLinks.tsx';
import { type GivenLink, type LinkKind, listLinks, makeLink, revokeLink } from './linkApi.ts';
import { SendingNote } from './SendingNote.tsx';
import { sendScenario } from './sending.ts';

type Props = { scenario: ScenarioDocument; onClose: () => void };

/** Making, copying and ending links, for who kept the scenario on the server. */
function Links({ scenario, link }: { scenario: ScenarioDocument; link: ServerLink }) {
  const { t } = useWords();
  const [failed, setFailed] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['given-links', link.serverId],
    queryFn: () => listLinks(link),
    staleTime: 0,
  });
  const links = data ?? [];
  const notKept = useWorkspace(state => state.kept === 'failed');
  const unsent = link.storedUpdatedAt !== scenario.updatedAt;
  const work = async (act: () => Promise<boolean>, said: string) => {
    if (busy) return;
    setBusy(true);
    setFailed(null);
    try {
      const done = await act();
      await refetch();
      if (done) announce(said);
    } catch (thrown) {
      setFailed(thrown);
    } finally {
      setBusy(false);
    }
  };
  const make = (kind: LinkKind) =>
    work(async () => {
      // What is frozen is what is on screen, so that has to be there first.
      if (kind === 'frozen' && unsent && !(await sendScenario(scenario.id))) return false;
      await makeLink(useWorkspace.getState().links.get(scenario.id) ?? link, kind);
      return true;
    }, t('sharing.linkMade'));
  const revoke = ({ id }: GivenLink) =>
    work(async () => {
      await revokeLink(link, id);
      return true;
    }, t('sharing.revoked'));
  const editable = links.some(one => one.kind === 'editable');
  return (
    <>
      {unsent && <p className="note">{t('sharing.shareUnsent')}</p>}
      <div className="actions stacked">
        <Button className="button primary" onPress={() => void make('frozen')}>
          {t('sharing.makeFrozen')}
        </Button>
        <Button className="button" onPress={() => void make('editable')}>
          {t(editable ? 'sharing.renewEditable' : 'sharing.makeEditable')}
        </Button>
        {editable && <p className="quiet">{t('sharing.renewHelp')}</p>}
      </div>
      <SendingNote id={scenario.id} />
      {failed !== null && <Problem error={failed} />}
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      <h3>{t('sharing.links')}</h3>
      {notKept && <p className="note">{t('sharing.copyNow')}</p>}
      <GivenLinks links={links} onRevoke={one => void revoke(one)} />
    </>
  );
}

/** Giving others a scenario: to look at as it is, or to work on together. */
export function ShareDialog({ scenario, onClose }: Props) {
  const { t } = useWords();
  const link = useWorkspace(state => state.links.get(scenario.id));
  const owned = link !== undefined && link.secret !== null && link.via !== 'link';
  return (
    <Sheet title={t('sharing.share')} onClose={onClose}>
      <p>{t('sharing.shareHelp')}</p>
      {owned && <Links scenario={scenario} link={link} />}
      {!owned && link !== undefined && (
        <p className="note">{t(link.via === 'link' ? 'sharing.shareViaLink' : 'sharing.shareByOther')}</p>
      )}
      {link === undefined && (
        <>
          <p className="note">{t('sharing.shareStore')}</p>
          <Button className="button primary" onPress={() => void sendScenario(scenario.id)}>
            {t('scenario.store')}
          </Button>
          <SendingNote id={scenario.id} />
        </>
      )}
    </Sheet>
  );
}
