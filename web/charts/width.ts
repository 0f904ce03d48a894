import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Width of an element in pixels, followed as it changes, so that a drawing keeps its letters readable. */
export function useWidth<E extends HTMLElement>(): [RefObject<E | null>, number] {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const drawn = element.current;
    if (drawn === null) return;
    const follow = () => setWidth(Math.floor(drawn.clientWidth));
    follow();
    const watch = new ResizeObserver(follow);
    watch.observe(drawn);
    return () => watch.disconnect();
  }, []);
  return [element, width];
}
