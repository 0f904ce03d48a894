import type { ReactNode } from 'react';
import { useId } from 'react';
import { type Axis, linearScale } from './scale.ts';
import { useWidth } from './width.ts';

export type Placing = {
  x: (value: number) => number;
  y: (value: number) => number;
  left: number;
  right: number;
  top: number;
  bottom: number;
};

type Props = {
  /** What it shows, in words, for whoever does not see it. */
  label: string;
  x: Axis;
  y: Axis;
  xTitle: string;
  yTitle: string;
  xText: (tick: number) => string;
  yText: (tick: number) => string;
  height: number;
  /** Room for labels at the right. */
  margin?: number;
  /** Holds things to focus; without them the drawing is one picture. */
  interactive?: boolean;
  children: (placing: Placing) => ReactNode;
};

const edges = { left: 46, top: 12, bottom: 44 };

/** Two axes with hairlines at the size of the screen; what stands between them is drawn by the caller. */
export function Frame(props: Props) {
  const { label, x, y, height, margin = 24, interactive = false } = props;
  const [element, width] = useWidth<HTMLDivElement>();
  const name = useId();
  const right = Math.max(edges.left + 40, width - margin);
  const bottom = height - edges.bottom;
  const placing: Placing = {
    x: linearScale(x.domain, [edges.left, right]),
    y: linearScale(y.domain, [bottom, edges.top]),
    left: edges.left,
    right,
    top: edges.top,
    bottom,
  };
  return (
    <div ref={element} className="chart" style={{ height }}>
      {width > 0 && (
        <svg width={width} height={height} role={interactive ? 'group' : 'img'} aria-labelledby={name}>
          <title id={name}>{label}</title>
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: lines and letters take no focus; the title says it all */}
          <g aria-hidden="true">
            {y.ticks.map(tick => (
              <g key={tick}>
                <line
                  className="chart-line"
                  x1={edges.left}
                  x2={right}
                  y1={placing.y(tick)}
                  y2={placing.y(tick)}
                />
                <text
                  className="chart-tick"
                  x={edges.left - 6}
                  y={placing.y(tick)}
                  dy="0.32em"
                  textAnchor="end"
                >
                  {props.yText(tick)}
                </text>
              </g>
            ))}
            {x.ticks.map(tick => (
              <text key={tick} className="chart-tick" x={placing.x(tick)} y={bottom + 17} textAnchor="middle">
                {props.xText(tick)}
              </text>
            ))}
            <text className="chart-title" x={right} y={height - 6} textAnchor="end">
              {props.xTitle} →
            </text>
            <text className="chart-title" x={edges.left + 4} y={edges.top + 4} dy="0.2em">
              ↑ {props.yTitle}
            </text>
          </g>
          {props.children(placing)}
        </svg>
      )}
    </div>
  );
}
