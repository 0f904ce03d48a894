import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useWords } from '../i18n/words.ts';
import { SHAPES, type Shape, useDrawing } from './drawing.ts';

type Props = { isDisabled: boolean; onShape: (shape: Shape) => void; children?: ReactNode };

/** The shapes that can be drawn by hand, and other ways to say where. */
export function ShapeButtons({ isDisabled, onShape, children }: Props) {
  const { t } = useWords();
  const drawn = useDrawing(state => (state.task?.kind === 'draw' ? state.task.shape : null));
  return (
    <fieldset className="shape-buttons">
      <legend className="field-label">{t('drawing.shapes')}</legend>
      {SHAPES.map(shape => (
        <Button
          key={shape}
          className="button"
          isDisabled={isDisabled}
          data-active={drawn === shape}
          onPress={() => onShape(shape)}
        >
          {t(`drawing.shape.${shape}`)}
        </Button>
      ))}
      {children}
    </fieldset>
  );
}
