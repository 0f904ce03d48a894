import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { usePrinting } from './printing.ts';

type Props = {
  label: string /** What stands above the map, such as which side is which. */;
  names?: readonly string[];
  children: ReactNode;
};

/** The map as it was seen, with what its colours mean below it; nothing where no map was on screen. */
export function MapPicture({ label, names = [], children }: Props) {
  const picture = usePrinting(({ sheet }) => sheet?.picture ?? null);
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (picture === null) return;
    picture.setAttribute('role', 'img');
    picture.setAttribute('aria-label', label);
    frame.current?.replaceChildren(picture);
  }, [picture, label]);
  if (picture === null) return null;
  return (
    <figure className="print-map">
      {names.length > 0 && (
        <ul className="print-sides">
          {names.map(name => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      <div ref={frame} className="print-picture" />
      {children}
    </figure>
  );
}
