import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useCommands } from '../commands/commands.ts';
import { DEED_KEYS } from '../drawing/deeds.ts';
import { useWords } from '../i18n/words.ts';
import { setView, useView } from '../state/view.ts';

function Keys({ title, keys }: { title: string; keys: readonly string[] }) {
  return (
    <div className="key-line">
      <dt>{title}</dt>
      <dd>
        {keys.map(key => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dd>
    </div>
  );
}

function Sheet() {
  const { t } = useWords();
  const commands = useCommands().filter(command => command.keys !== undefined && command.hears !== false);
  return (
    <Dialog className="dialog">
      <Heading slot="title">{t('app.keys')}</Heading>
      <dl className="key-sheet">
        {commands.map(command => (
          <Keys key={command.id} title={command.title} keys={command.keys ?? []} />
        ))}
        <Keys title={t('command.neighbour')} keys={['↑', '↓', '←', '→']} />
        <Keys title={t('command.pin')} keys={['Enter']} />
        <Keys title={t('command.addToSelection')} keys={['Shift Enter', t('command.space')]} />
        <Keys title={t('command.boxSelect')} keys={[t('command.dragKey')]} />
        <Keys title={t('command.escape')} keys={['Esc']} />
      </dl>
      <h3>{t('drawing.deed.title')}</h3>
      <dl className="key-sheet" data-testid="drawing-keys">
        {DEED_KEYS.map(({ title, keys }) => (
          <Keys
            key={keys.join()}
            title={t(title)}
            keys={keys.map(key => (typeof key === 'string' ? key : t(key.text)))}
          />
        ))}
      </dl>
      <Button className="button" onPress={() => setView({ dialog: null })}>
        {t('app.close')}
      </Button>
    </Dialog>
  );
}

/** Every key there is, from the same list of commands that the palette runs. */
export function KeySheet() {
  const open = useView(view => view.dialog === 'keys');
  return (
    <ModalOverlay
      className="overlay"
      isDismissable
      isOpen={open}
      onOpenChange={next => {
        if (!next) setView({ dialog: null });
      }}
    >
      <Modal className="modal">
        <Sheet />
      </Modal>
    </ModalOverlay>
  );
}
