import { type RefObject, useEffect, useRef, useState } from 'react';

/** How far below and above what is seen things are made ready, so that neither scrolling nor the Tab key meets a gap. */
const MARGIN = '400px';

/** Whether an element has come near what is seen; once it has, it stays so. `at` is true from the start where that is known. */
export function useNearView<Some extends Element>(at: boolean): [boolean, RefObject<Some | null>] {
  const [near, setNear] = useState(at);
  const element = useRef<Some>(null);
  useEffect(() => {
    if (near || element.current === null) return;
    const observer = new IntersectionObserver(
      entries => {
        if (entries.some(entry => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: MARGIN },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [near]);
  return [near, element];
}
