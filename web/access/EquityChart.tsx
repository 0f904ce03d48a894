import { Frame } from '../charts/Frame.tsx';
import { axisAround } from '../charts/scale.ts';
import type { AreasAccess } from '../data/access.ts';
import { useAccessWords } from './words.ts';

/** Smaller than this an index says nothing: our own line, a fiftieth of what it can be. */
const NOTHING = 0.02;

/** How having a place is divided over children, from the highest child-poverty index to the lowest. */
export function EquityChart({ answer }: { answer: AreasAccess }) {
  const { t, share, index } = useAccessWords();
  const { equity } = answer;
  const title = t('access.equity.title');
  if (equity === null) {
    return (
      <section className="compare-section" aria-label={title}>
        <h2>{title}</h2>
        <p className="quiet">{t('access.equity.none')}</p>
      </section>
    );
  }
  const reading = Math.abs(equity.index) < NOTHING ? 'equal' : equity.index < 0 ? 'poorer' : 'richer';
  const says = t('access.equity.index', {
    index: index(equity.index),
    reading: t(`access.equity.${reading}`),
  });
  const axis = axisAround([0, 1], 4);
  const percent = (tick: number) => share(tick, 0);
  return (
    <section className="compare-section" aria-label={title} data-testid="equity">
      <h2>{title}</h2>
      <p className="quiet">{t('access.equity.help')}</p>
      <Frame
        label={`${title}. ${says}`}
        height={300}
        x={axis}
        y={axis}
        xTitle={t('access.equity.x')}
        yTitle={t('access.equity.y')}
        xText={percent}
        yText={percent}
      >
        {({ x, y }) => (
          <>
            <line className="chart-even" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
            <polyline
              className="chart-curve"
              stroke="var(--action)"
              points={equity.curve.children
                .map((part, k) => `${x(part).toFixed(1)},${y(equity.curve.reached[k] ?? 0).toFixed(1)}`)
                .join(' ')}
            />
          </>
        )}
      </Frame>
      <p>{says}</p>
    </section>
  );
}
