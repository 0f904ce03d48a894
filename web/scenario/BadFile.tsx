import { IconButton } from '../controls/IconButton.tsx';
import { useWords } from '../i18n/words.ts';
import { faultOf } from './fileFault.ts';

export type Refused = { name: string; error: unknown };

/** A file that was not opened: which, why, and that nothing changed. */
export function BadFile({ refused, onClose }: { refused: Refused; onClose: () => void }) {
  const { t } = useWords();
  const { name, error } = refused;
  return (
    <div className="problem" role="alert" data-testid="bad-file">
      <div className="panel-head">
        <p className="problem-title">{t('scenario.badFile', { name })}</p>
        <IconButton icon="close" label={t('app.close')} onPress={onClose} />
      </div>
      <p>{t(`scenario.fileFault.${faultOf(error)}`)}</p>
      <p>{t('scenario.nothingChanged')}</p>
      <details>
        <summary>{t('error.detail')}</summary>
        <code>{error instanceof Error ? error.message : String(error)}</code>
      </details>
    </div>
  );
}
