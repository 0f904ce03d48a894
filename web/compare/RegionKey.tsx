import { useCompared } from './comparison.tsx';
import { useIsHovered, useRegionActions } from './marking.ts';

function KeyLine({ code, text }: { code: string; text: string }) {
  const { markOf } = useCompared();
  const { previewing, toggle } = useRegionActions();
  const isHovered = useIsHovered(code);
  const mark = markOf(code);
  if (mark === null) return null;
  return (
    <li>
      <button
        type="button"
        className="key-line-button"
        aria-pressed="true"
        data-hovered={isHovered}
        {...previewing(code)}
        onClick={() => toggle(code)}
      >
        <svg width="22" height="10" aria-hidden="true">
          <line
            x1="1"
            x2="21"
            y1="5"
            y2="5"
            stroke={mark.colour}
            strokeWidth="3"
            strokeDasharray={mark.dash}
          />
        </svg>
        <span>{text}</span>
      </button>
    </li>
  );
}

/** The lines of a chart with what each says; the pointer or the focus on one brings its line forward. */
export function RegionKey({ lines }: { lines: readonly { code: string; text: string }[] }) {
  return (
    <ul className="region-key">
      {lines.map(line => (
        <KeyLine key={line.code} {...line} />
      ))}
    </ul>
  );
}
