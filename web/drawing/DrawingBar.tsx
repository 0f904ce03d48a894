import { type ReactNode, useId } from 'react';
import { Button } from 'react-aria-components';
import { IconButton } from '../controls/IconButton.tsx';
import { Problem } from '../controls/Problem.tsx';
import { useWords } from '../i18n/words.ts';
import { useDrawing } from './drawing.ts';
import { useSurfaceText } from './surface.ts';

type Props = {
  title: string;
  help: string;
  keys: string;
  /** Buttons between the measures and the way out. */
  children?: ReactNode;
  onRetry: () => void;
  onCancel: () => void;
};

/** Over the map while something is drawn: what it is, how large it is, what is wrong with it, and the ways on. */
export function DrawingBar({ title, help, keys, children, onRetry, onCancel }: Props) {
  const { t } = useWords();
  const surface = useSurfaceText();
  const { ready, corners, surfaceM2, fault, failed, busy } = useDrawing();
  const described = useId();
  return (
    <fieldset
      className="drawing-bar"
      aria-label={title}
      aria-describedby={described}
      data-testid="drawing-bar"
      data-ready={ready}
    >
      <div className="drawing-line">
        <strong>{title}</strong>
        {surfaceM2 > 0 && (
          <span className="drawing-surface" data-testid="drawing-surface">
            {surface(surfaceM2)}
          </span>
        )}
        {corners > 0 && <span className="quiet">{t('drawing.corners', { count: corners })}</span>}
        <span className="drawing-buttons">
          {children}
          <IconButton icon="close" label={t('drawing.cancel')} keys="Esc" onPress={onCancel} />
        </span>
      </div>
      <p className="quiet" id={described}>
        {ready ? help : t('drawing.loading')} <span className="drawing-keys">{keys}</span>
      </p>
      {busy && <p className="quiet">{t('drawing.working')}</p>}
      {fault !== null && (
        <p className="note alarm" role="alert" data-testid="drawing-fault">
          {t(`drawing.fault.${fault}`)}
        </p>
      )}
      {failed !== null && (
        <>
          <p className="note alarm">{t('drawing.failed')}</p>
          <Problem error={failed} />
          <Button className="button" onPress={onRetry}>
            {t('drawing.retry')}
          </Button>
        </>
      )}
    </fieldset>
  );
}
