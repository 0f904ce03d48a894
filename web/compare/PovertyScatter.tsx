import { Frame, type Placing } from '../charts/Frame.tsx';
import { useRoving } from '../charts/roving.ts';
import { axisAround, decimalsOf } from '../charts/scale.ts';
import { Copyable } from '../controls/Copyable.tsx';
import { sentence } from '../i18n/format.ts';
import { useCompared, useCompareWords } from './comparison.tsx';
import { useHoveredRegion, useRegionActions } from './marking.ts';
import type { CompareRow } from './rows.ts';

const placed = (row: CompareRow) => !Number.isNaN(row.poverty) && !Number.isNaN(row.shown);

/** The regions as dots: the arrow keys go from left to right, Enter or the space bar chooses. */
function Points({ rows, placing }: { rows: readonly CompareRow[]; placing: Placing }) {
  const { t, write, share } = useCompareWords();
  const { markOf } = useCompared();
  const hovered = useHoveredRegion();
  const { previewing, toggle } = useRegionActions();
  const roving = useRoving(rows.map(row => row.code));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the dots inside
    <g onKeyDown={roving.onKeyDown}>
      {rows.map(row => {
        const mark = markOf(row.code);
        const preview = previewing(row.code);
        const [x, y] = [placing.x(row.poverty), placing.y(row.shown)];
        const named = mark !== null || hovered === row.code;
        const colour = mark?.colour ?? 'var(--ink-2)';
        return (
          // biome-ignore lint/a11y/useSemanticElements: a dot in a drawing cannot be an HTML button
          <g
            key={row.code}
            className="point"
            role="button"
            aria-pressed={mark !== null}
            aria-label={t('compare.scatter.point', {
              name: row.name,
              value: write(row.shown),
              poverty: share(row.poverty),
            })}
            data-roving={row.code}
            tabIndex={roving.tabIndex(row.code)}
            {...preview}
            onFocus={() => {
              roving.stopAt(row.code);
              preview.onFocus();
            }}
            onClick={() => toggle(row.code)}
            onKeyDown={event => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              toggle(row.code);
            }}
          >
            {mark !== null && !Number.isNaN(row.low) && (
              <line
                x1={x}
                x2={x}
                y1={placing.y(row.low)}
                y2={placing.y(row.high)}
                stroke={colour}
                strokeWidth={2}
              />
            )}
            <circle className="point-reach" cx={x} cy={y} r={12} />
            <circle
              className="point-dot"
              cx={x}
              cy={y}
              r={named ? 6 : 4.5}
              style={{ fill: colour }}
              data-hovered={hovered === row.code}
            />
            {named && (
              <text
                className="point-name"
                x={x > placing.right - 90 ? x - 10 : x + 10}
                y={y - 8}
                textAnchor={x > placing.right - 90 ? 'end' : 'start'}
              >
                {row.name}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** Where the other regions lie: their middle half as a band, and each as a faint ring. */
function Others({ rows, placing }: { rows: readonly CompareRow[]; placing: Placing }) {
  const { drawn } = useCompared();
  const benchmark = drawn.data?.benchmark ?? null;
  if (benchmark === null) return null;
  const { left, right, x, y } = placing;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <g aria-hidden="true">
      <rect
        className="chart-band"
        x={left}
        width={right - left}
        y={y(benchmark.high)}
        height={Math.max(0, y(benchmark.low) - y(benchmark.high))}
      />
      <line className="chart-median" x1={left} x2={right} y1={y(benchmark.median)} y2={y(benchmark.median)} />
      {rows.map(row => (
        <circle key={row.code} className="point-other" cx={x(row.poverty)} cy={y(row.shown)} r={3} />
      ))}
    </g>
  );
}

/** Concentration against child poverty, without a line through it: it says where regions stand, not why. */
export function PovertyScatter() {
  const { t, share, writeTicks, regions, region, indexTitle, levelTitle } = useCompareWords();
  const { rows, others, chosen, drawn, setting } = useCompared();
  const benchmark = drawn.data?.benchmark ?? null;
  const points = rows.filter(placed).toSorted((a, b) => a.poverty - b.poverty);
  const otherPoints = others.filter(placed);
  const title = t('compare.scatter.title');
  if (points.length === 0) {
    return (
      <section className="compare-section" aria-label={title} data-testid="scatter">
        <h2>{title}</h2>
        <p className="quiet">{t('compare.scatter.none', { regions, level: levelTitle(setting.of) })}</p>
        <Copyable
          label={t('data.cli')}
          text={`npm run -s cli -- import table kansarmoede.csv --level ${setting.of} --id CODE --year ${setting.year} --map child_poverty=KANSARM/GEBOORTEN`}
        />
      </section>
    );
  }
  const y = axisAround([
    ...[...points, ...otherPoints].map(row => row.shown),
    ...points.filter(row => chosen.includes(row.code)).flatMap(row => [row.low, row.high]),
    ...(benchmark === null ? [] : [benchmark.low, benchmark.high]),
  ]);
  const x = axisAround([...points, ...otherPoints].map(row => row.poverty));
  const without = rows.length - points.length;
  const year = points[0]?.povertyYear ?? '';
  return (
    <section className="compare-section" aria-label={title} data-testid="scatter">
      <h2>{title}</h2>
      <p className="quiet">{t('compare.scatter.help', { region })}</p>
      <Frame
        label={`${title}: ${indexTitle}`}
        interactive
        height={360}
        x={x}
        y={y}
        xTitle={t('compare.scatter.x', { year })}
        yTitle={sentence(indexTitle)}
        xText={tick => share(tick, decimalsOf(100 * x.step))}
        yText={writeTicks(y)}
      >
        {placing => (
          <>
            <Others rows={otherPoints} placing={placing} />
            <Points rows={points} placing={placing} />
          </>
        )}
      </Frame>
      {without > 0 && <p className="quiet">{t('compare.scatter.without', { count: without })}</p>}
    </section>
  );
}
