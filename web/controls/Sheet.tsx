import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../i18n/words.ts';

type Props = { title: string; onClose: () => void; children: ReactNode };

/** A dialog to read and work in, closed with its button, Escape or a click beside it. */
export function Sheet({ title, onClose, children }: Props) {
  const { t } = useWords();
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={open => !open && onClose()} isDismissable>
      <Modal className="modal sheet">
        <Dialog className="dialog">
          <Heading slot="title">{title}</Heading>
          {children}
          <div className="actions">
            <Button className="button" onPress={onClose}>
              {t('app.close')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
