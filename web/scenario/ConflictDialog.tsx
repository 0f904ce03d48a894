import { useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { differingOf } from '../../core/scenario/differing.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { Problem } from '../controls/Problem.tsx';
import { useWords } from '../i18n/words.ts';
import { DifferingList } from './DifferingList.tsx';
import { decideLater, keepBoth, putMine, takeTheirs } from './sending.ts';
import type { Conflict } from './server.ts';

type Props = { scenario: ScenarioDocument; theirs: Conflict };

/** Two versions exist: which one stays is the person's choice, and neither is lost whatever they choose. */
export function ConflictDialog({ scenario, theirs }: Props) {
  const { t } = useWords();
  const [failed, setFailed] = useState<unknown>(null);
  const { id } = scenario;
  const run = (work: Promise<void>) => void work.catch(setFailed);
  return (
    <ModalOverlay className="overlay" isOpen isDismissable={false} isKeyboardDismissDisabled>
      <Modal className="modal">
        <Dialog className="dialog" role="alertdialog">
          <Heading slot="title">{t('scenario.conflictTitle')}</Heading>
          <p>{t('scenario.conflictText', { revision: theirs.revision })}</p>
          <details>
            <summary>{t('sharing.conflictWith')}</summary>
            <DifferingList
              differing={differingOf(theirs.document, scenario)}
              label={t('sharing.conflictWith')}
            />
          </details>
          {failed !== null && <Problem error={failed} />}
          <div className="actions stacked">
            <Button className="button primary" onPress={() => run(keepBoth(id, theirs))}>
              {t('scenario.conflictFork')}
            </Button>
            <Button className="button" onPress={() => run(putMine(id, theirs))}>
              {t('scenario.conflictMine')}
            </Button>
            <p className="quiet">{t('sharing.conflictMineHelp')}</p>
            <Button className="button" onPress={() => run(takeTheirs(id, theirs))}>
              {t('scenario.conflictTheirs')}
            </Button>
            <Button className="link-button" onPress={() => run(decideLater(id))}>
              {t('sharing.conflictLater')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
