import { useEffect, useRef } from 'react';
import { redoOnScreen, undoOnScreen } from '../scenario/undo.ts';
import { pin } from '../shell/choose.ts';
import { select } from '../state/selection.ts';
import { setView, useView } from '../state/view.ts';
import type { Command } from './command.ts';
import { useCommands } from './commands.ts';

/** Whoever types in a field means letters; only Ctrl with a key is a command there. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}

/** Escape lets go of one thing at a time: figures, then the selection. */
function letGo(): void {
  const { pinned, selection } = useView.getState();
  if (pinned !== null) pin(null);
  else if (selection !== null) select(selection.level, []);
}

function withControl(event: KeyboardEvent, typing: boolean, commands: readonly Command[]): boolean {
  const key = event.key.toLowerCase();
  if (key === 'k') setView({ dialog: 'palette' });
  else if (key === 'p') {
    // Ours waits for the map; where there is nothing of ours to print, the browser prints the page.
    const print = commands.find(one => one.keys?.includes('Ctrl P'));
    if (print === undefined) return false;
    print.run();
  } else if (typing) return false;
  else if (key === 'z' && !event.shiftKey) undoOnScreen();
  else if (key === 'y' || (key === 'z' && event.shiftKey)) redoOnScreen();
  else return false;
  return true;
}

/** Listens for the keys of the commands, everywhere on the page. */
export function useShortcuts(): void {
  const commands = useCommands();
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return;
      const { dialog } = useView.getState();
      const typing = isTyping(event.target);
      if (event.ctrlKey || event.metaKey) {
        if (withControl(event, typing, latest.current)) event.preventDefault();
        return;
      }
      // A menu, a list or a dialog that is open has the keys to itself.
      const inOverlay =
        event.target instanceof Element && event.target.closest('[role=dialog],[role=menu],[role=listbox]');
      if (dialog !== null || typing || inOverlay) return;
      if (event.key === 'Escape') {
        letGo();
        return;
      }
      const command = latest.current.find(
        one => one.hears !== false && one.keys?.some(key => key.toLowerCase() === event.key.toLowerCase()),
      );
      if (command === undefined) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
