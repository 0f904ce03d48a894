import { type RefObject, useRef } from 'react';
import { type DragOptions, useDrag, useDrop } from 'react-aria-components';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { announce } from '../controls/Announcer.tsx';
import { useWords } from '../i18n/words.ts';
import { moveEdit } from './steps.ts';

const EDIT = 'application/x-buurtbalans-edit';

/**
 * Dragging an edit by its grip to the place of another, with the mouse, a finger or the keys (Enter takes it, Tab goes
 * by the places, Enter drops it there); `row` is the whole edit.
 */
export function useReorder(
  scenario: ScenarioDocument,
  edit: string,
  place: number,
  area: string,
  row: RefObject<HTMLLIElement | null>,
) {
  const { t } = useWords();
  const preview = useRef<NonNullable<NonNullable<DragOptions['preview']>['current']>>((_items, show) => {
    show(row.current);
    // react-aria fixes the height of what it shows, and means a copy.
    requestAnimationFrame(() => row.current?.style.removeProperty('height'));
  });
  const { dragProps, isDragging } = useDrag({
    getItems: () => [{ [EDIT]: edit, 'text/plain': area }],
    getAllowedDropOperations: () => ['move'],
    preview,
  });
  const { dropProps, isDropTarget } = useDrop({
    ref: row,
    getDropOperation: types => (types.has(EDIT) ? 'move' : 'cancel'),
    onDrop: async ({ items }) => {
      const item = items.find(one => one.kind === 'text' && one.types.has(EDIT));
      const moved = item?.kind === 'text' ? await item.getText(EDIT) : null;
      const from = scenario.edits.findIndex(one => one.id === moved);
      if (moved === null || from < 0 || from === place) return;
      const to = moveEdit(scenario.id, moved, place - from);
      announce(t('edit.dropped', { place: to + 1, count: scenario.edits.length }));
    },
  });
  return { grip: dragProps, target: dropProps, isDragging, isDropTarget };
}
