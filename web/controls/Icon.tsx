/** Line icons on a field of 20 by 20, drawn in the colour of the text around them. */
const paths = {
  search: 'M9 3.500a5.500 5.500 0 1 0 0 11a5.500 5.500 0 1 0 0-11zM13 13l4 4',
  chevronDown: 'M5 8l5 5l5-5',
  chevronRight: 'M8 5l5 5l-5 5',
  chevronLeft: 'M12 5l-5 5l5 5',
  chevronUp: 'M5 12l5-5l5 5',
  close: 'M5 5l10 10M15 5l-10 10',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  sun: 'M10 6.500a3.500 3.500 0 1 0 0 7a3.500 3.500 0 1 0 0-7zM10 1.500v2M10 16.500v2M1.500 10h2M16.500 10h2M4 4l1.400 1.400M14.600 14.600l1.400 1.400M16 4l-1.400 1.400M5.400 14.600L4 16',
  moon: 'M16.500 12.500A7 7 0 0 1 7.500 3.500a7 7 0 1 0 9 9z',
  undo: 'M4 8h8a4 4 0 0 1 0 8H8M4 8l3.500-3.500M4 8l3.500 3.500',
  redo: 'M16 8H8a4 4 0 0 0 0 8h4M16 8l-3.500-3.500M16 8l-3.500 3.500',
  more: 'M4.500 10h.01M10 10h.01M15.500 10h.01',
  grip: 'M7.500 5h.01M12.500 5h.01M7.500 10h.01M12.500 10h.01M7.500 15h.01M12.500 15h.01',
  download: 'M10 3v9M6 9l4 4l4-4M4 16.500h12',
  fit: 'M3.500 7.500v-4h4M12.500 3.500h4v4M16.500 12.500v4h-4M7.500 16.500h-4v-4',
  scope: 'M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14zM10 7.500a2.500 2.500 0 1 0 0 5a2.500 2.500 0 1 0 0-5z',
  trash: 'M4 6h12M8 6V4h4v2M5.500 6l.7 10.500h7.600L14.500 6',
  locate:
    'M10 17.500s5.500-4.800 5.500-9.200a5.500 5.500 0 0 0-11 0c0 4.400 5.500 9.200 5.500 9.200zM10 6.500a1.800 1.800 0 1 0 0 3.600a1.800 1.800 0 1 0 0-3.600z',
  table: 'M3 4.500h14v11H3zM3 8h14M8 8v7.500',
  sliders: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4',
  check: 'M4 10.500l4 4l8-9',
  copy: 'M7 7h9v9H7zM4 13V4h9',
  up: 'M10 16V5M5.500 9L10 4.500L14.500 9',
  down: 'M10 4v11M5.500 11l4.500 4.500l4.500-4.500',
} as const;
export type IconName = keyof typeof paths;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width={size} height={size} aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
