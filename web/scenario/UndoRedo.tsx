import { IconButton } from '../controls/IconButton.tsx';
import { useWords } from '../i18n/words.ts';
import { type StepName, useWorkspace } from '../state/workspace.ts';
import { redoOnScreen, undoOnScreen } from './undo.ts';

/** Back and forth, each saying what it would do. */
export function UndoRedo() {
  const { t } = useWords();
  const back = useWorkspace(state => state.history.past.at(-1)?.label as StepName | undefined);
  const forth = useWorkspace(state => state.history.future.at(-1)?.label as StepName | undefined);
  return (
    <div className="undo-redo">
      <IconButton
        icon="undo"
        keys="Z"
        label={
          back === undefined
            ? t('scenario.undo')
            : t('scenario.toggleUndo', { what: t(`scenario.history.${back}`) })
        }
        isDisabled={back === undefined}
        onPress={undoOnScreen}
      />
      <IconButton
        icon="redo"
        keys="Y"
        label={
          forth === undefined
            ? t('scenario.redo')
            : t('scenario.toggleRedo', { what: t(`scenario.history.${forth}`) })
        }
        isDisabled={forth === undefined}
        onPress={redoOnScreen}
      />
    </div>
  );
}
