import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { setView, useView } from '../state/view.ts';

/** Percent that a key moves the divider. */
const SMALL = 1;
const LARGE = 10;
/** A browser takes only so many changes of an address: it is told where the divider rests. */
const REST_MS = 250;

const within = (percent: number) => Math.max(0, Math.min(100, Math.round(percent)));

/** Where a key puts a divider that stands at `at`, in percent; null for a key that does not move it. */
export function dividerAfterKey(key: string, at: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return within(at - SMALL);
    case 'ArrowRight':
    case 'ArrowUp':
      return within(at + SMALL);
    case 'PageDown':
      return within(at - LARGE);
    case 'PageUp':
      return within(at + LARGE);
    case 'Home':
      return 0;
    case 'End':
      return 100;
    default:
      return null;
  }
}

/** The divider of the swipe map by pointer and key; where it rests stands in the address. */
export function useDivider(frame: RefObject<HTMLElement | null>) {
  const rested = useView(view => view.split);
  const [moving, setMoving] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef<number | null>(null);
  latest.current = moving;

  const rest = useCallback(() => {
    clearTimeout(timer.current);
    if (latest.current === null) return;
    setView({ split: latest.current });
    latest.current = null;
    setMoving(null);
  }, []);
  useEffect(() => rest, [rest]);

  const move = (percent: number) => {
    latest.current = percent;
    setMoving(percent);
  };
  const toPointer = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (box !== undefined && box.width > 0) move(within((100 * (event.clientX - box.left)) / box.width));
  };
  const at = moving ?? rested;
  return {
    at,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.focus();
        event.preventDefault();
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) toPointer(event);
      },
      onPointerUp: rest,
      onPointerCancel: rest,
      onBlur: rest,
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const next = dividerAfterKey(event.key, at);
        if (next === null) return;
        event.preventDefault();
        event.stopPropagation();
        move(next);
        clearTimeout(timer.current);
        timer.current = setTimeout(rest, REST_MS);
      },
    },
  };
}
