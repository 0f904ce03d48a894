import { type FormEvent, useState } from 'react';
import { Button, Dialog, Heading, Input, Label, Modal, ModalOverlay, TextField } from 'react-aria-components';
import { ProblemError } from '../../core/problem.ts';
import { Problem } from '../controls/Problem.tsx';
import { useWords } from '../i18n/words.ts';
import { newId } from '../state/identity.ts';
import { rememberLink } from '../state/serverLinks.ts';
import { useWorkspace } from '../state/workspace.ts';
import { numberIn, openStored } from './server.ts';
import { takeIn } from './steps.ts';

/** No scenario has this number, or what was typed can be no number at all. */
const unknown = (error: unknown) =>
  error instanceof ProblemError && ['not-found', 'bad-parameter', 'bad-input'].includes(error.code);

/** Opens a scenario that is on the server, by its number. */
export function OpenServerDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [failed, setFailed] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const open = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailed(null);
    try {
      const { id, revision, document: stored } = await openStored(numberIn(typed));
      const known = useWorkspace.getState().links.get(stored.id);
      const same = known?.serverId === id;
      // What is here under its number has a way to the server of its own, with a secret that is given out once.
      const apart = known !== undefined && known.secret !== null && !same;
      const document = apart ? { ...stored, id: newId() } : stored;
      takeIn(document);
      await rememberLink({
        scenario: document.id,
        serverId: id,
        secret: same ? known.secret : null,
        revision,
        storedUpdatedAt: document.updatedAt,
      });
      setTyped('');
      onClose();
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <ModalOverlay className="overlay" isOpen={isOpen} onOpenChange={next => !next && onClose()} isDismissable>
      <Modal className="modal">
        <Dialog className="dialog">
          <Heading slot="title">{t('scenario.openServer')}</Heading>
          <form onSubmit={event => void open(event)}>
            <p>{t('scenario.openServerHelp')}</p>
            <TextField value={typed} onChange={setTyped} isRequired autoFocus>
              <Label className="field-label">{t('scenario.serverId')}</Label>
              <Input className="input" autoComplete="off" />
            </TextField>
            {unknown(failed) ? (
              <p className="note alarm" role="alert">
                {t('scenario.serverUnknown')}
              </p>
            ) : (
              failed !== null && <Problem error={failed} />
            )}
            <div className="actions">
              <Button type="submit" className="button primary" isDisabled={busy || typed.trim() === ''}>
                {t('scenario.open')}
              </Button>
              <Button className="button" onPress={onClose}>
                {t('app.cancel')}
              </Button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
