import { useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { Copyable } from '../controls/Copyable.tsx';
import { Problem } from '../controls/Problem.tsx';
import { useWords } from '../i18n/words.ts';
import { rememberLink } from '../state/keeping.ts';
import type { ServerLink } from '../state/storage.ts';
import { useWorkspace } from '../state/workspace.ts';
import { type Conflict, storeScenario, updateScenario } from './server.ts';
import { duplicateScenario, takeIn } from './steps.ts';

type Work =
  | { state: 'rest' }
  | { state: 'busy' }
  | { state: 'failed'; error: unknown }
  | { state: 'conflict'; with: Conflict };

type ConflictProps = {
  scenario: ScenarioDocument;
  link: ServerLink;
  conflict: Conflict;
  onDone: () => void;
  /** Someone was first once more. */
  onConflict: (again: Conflict) => void;
  onFail: (error: unknown) => void;
};

/** Two versions exist: which one stays is the person's choice, and neither is lost before they made it. */
function ConflictDialog({ scenario, link, conflict, onDone, onConflict, onFail }: ConflictProps) {
  const { t } = useWords();
  const theirs = async () => {
    takeIn({ ...conflict.document, id: scenario.id }, 'server');
    await rememberLink({
      ...link,
      revision: conflict.revision,
      storedUpdatedAt: conflict.document.updatedAt,
    });
    onDone();
  };
  const mine = async () => {
    const answer = await updateScenario(scenario, { ...link, revision: conflict.revision });
    if (!('serverId' in answer)) {
      onConflict(answer);
      return;
    }
    await rememberLink(answer);
    onDone();
  };
  const fork = async () => {
    duplicateScenario(scenario.id);
    await theirs();
  };
  const run = (work: () => Promise<void>) => () => void work().catch(onFail);
  return (
    <ModalOverlay className="overlay" isOpen isDismissable={false}>
      <Modal className="modal">
        <Dialog className="dialog" role="alertdialog">
          <Heading slot="title">{t('scenario.conflictTitle')}</Heading>
          <p>{t('scenario.conflictText', { revision: conflict.revision })}</p>
          <div className="actions stacked">
            <Button className="button primary" onPress={run(fork)}>
              {t('scenario.conflictFork')}
            </Button>
            <Button className="button" onPress={run(mine)}>
              {t('scenario.conflictMine')}
            </Button>
            <Button className="button" onPress={run(theirs)}>
              {t('scenario.conflictTheirs')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Whether the server has this scenario, and the button that gives it the latest version. */
export function ServerState({ scenario }: { scenario: ScenarioDocument }) {
  const { t } = useWords();
  const link = useWorkspace(state => state.links.get(scenario.id));
  const [work, setWork] = useState<Work>({ state: 'rest' });
  // Without the secret this browser can read the server's version and not write it.
  const mine = link !== undefined && link.secret !== null;
  const changed = link !== undefined && link.storedUpdatedAt !== scenario.updatedAt;
  const store = async () => {
    // The button stays as it is meanwhile: one that is switched off would drop the focus.
    if (work.state === 'busy') return;
    setWork({ state: 'busy' });
    try {
      const answer = mine ? await updateScenario(scenario, link) : await storeScenario(scenario);
      if ('serverId' in answer) {
        await rememberLink(answer);
        setWork({ state: 'rest' });
      } else setWork({ state: 'conflict', with: answer });
    } catch (error) {
      setWork({ state: 'failed', error });
    }
  };
  const changedOrNot = changed ? 'scenario.storedChanged' : 'scenario.stored';
  const state = mine ? changedOrNot : 'scenario.storedByOther';
  return (
    <div className="server-state">
      {link !== undefined && (
        <>
          <p className="quiet" role="status">
            {t(state, { revision: link.revision })}
          </p>
          <Copyable text={link.serverId} label={t('scenario.storedCopy')} />
        </>
      )}
      {(link === undefined || changed) && (
        <Button className="button" onPress={() => void store()}>
          {t(link === undefined ? 'scenario.store' : mine ? 'scenario.storeAgain' : 'scenario.storeAsNew')}
        </Button>
      )}
      {work.state === 'failed' && <Problem error={work.error} onRetry={() => void store()} />}
      {work.state === 'conflict' && link !== undefined && (
        <ConflictDialog
          scenario={scenario}
          link={link}
          conflict={work.with}
          onConflict={again => setWork({ state: 'conflict', with: again })}
          onDone={() => setWork({ state: 'rest' })}
          onFail={error => setWork({ state: 'failed', error })}
        />
      )}
    </div>
  );
}
