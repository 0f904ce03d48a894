import { setView, useView } from '../state/view.ts';
import { toggleRegion } from './choose.ts';
import { useCompared } from './comparison.tsx';

/** The region under the pointer or the focus, wherever on the page that is. */
export function useHoveredRegion(): string | null {
  const { of } = useCompared().setting;
  return useView(({ hovered }) => (hovered?.level === of ? hovered.code : null));
}

/** The same for one of many, so that the others need not be drawn again. */
export function useIsHovered(code: string): boolean {
  const { of } = useCompared().setting;
  return useView(({ hovered }) => hovered?.level === of && hovered.code === code);
}

/** Whether one of several regions is under the pointer or the focus. */
export function useIsOneHovered(codes: readonly string[]): boolean {
  const { of } = useCompared().setting;
  return useView(({ hovered }) => hovered?.level === of && codes.includes(hovered.code));
}

/** What anything that stands for a region does: show it everywhere, for the pointer and the focus alike, and choose it. */
export function useRegionActions() {
  const { of } = useCompared().setting;
  const show = (code: string | null) => setView({ hovered: code === null ? null : { level: of, code } });
  return {
    toggle: (code: string) => toggleRegion(of, code),
    previewing: (code: string) => ({
      onMouseEnter: () => show(code),
      onMouseLeave: () => show(null),
      onFocus: () => show(code),
      onBlur: () => show(null),
    }),
  };
}
