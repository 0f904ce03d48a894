import { create } from 'zustand';

const useSaid = create<{ text: string; turn: number }>()(() => ({ text: '', turn: 0 }));

/** Says something to screen readers without moving the focus. */
export const announce = (text: string) => useSaid.setState(({ turn }) => ({ text, turn: turn + 1 }));

/** The one live region of the page; a thin space makes the same text count as news. */
export function Announcer() {
  const { text, turn } = useSaid();
  return (
    <div className="unseen" aria-live="polite" data-testid="announcer">
      {turn % 2 === 0 ? text : `${text}\u200a`}
    </div>
  );
}
