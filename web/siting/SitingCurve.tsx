import type { Curve } from '../../core/siting/curve.ts';
import { Frame, type Placing } from '../charts/Frame.tsx';
import { axisAround } from '../charts/scale.ts';
import { useSitingWords } from './words.ts';

const lineOf = (points: Curve['points'], by: 'share' | 'bound', { x, y }: Placing) =>
  points.map(point => `${x(point.places).toFixed(1)},${y(point[by]).toFixed(1)}`).join(' ');

/** What 1, 2, 3 … new places reach, what none can pass, and how many all children would need. */
export function SitingCurve({ curve }: { curve: Curve }) {
  const { t, count, share } = useSitingWords();
  const { points, forAll, most } = curve;
  const title = t('siting.curve');
  const last = points.at(-1)!;
  const says = t('siting.curveSays', {
    now: share(points[0]!.share),
    places: count(last.places),
    reached: share(last.share),
  });
  return (
    <section aria-label={title} data-testid="siting-curve">
      <h4>{title}</h4>
      {forAll === null ? (
        <p>{t('siting.curveNotAll', { most: share(most) })}</p>
      ) : (
        <p>
          {t(forAll.bound >= forAll.places ? 'siting.curveForAllProven' : 'siting.curveForAll', {
            places: count(forAll.places),
            bound: count(Math.ceil(forAll.bound)),
            most: share(most),
          })}
        </p>
      )}
      <Frame
        label={`${title} ${says}`}
        height={220}
        x={axisAround([0, last.places], 4)}
        y={axisAround([0, 1], 4)}
        xTitle={t('siting.curveX')}
        yTitle={t('siting.curveY')}
        xText={tick => (Number.isInteger(tick) ? count(tick) : '')}
        yText={tick => share(tick, 0)}
      >
        {placing => (
          <>
            <polyline
              className="chart-curve siting-bound"
              points={lineOf(points, 'bound', placing)}
              stroke="var(--ink-2)"
              strokeDasharray="2 4"
            />
            <polyline
              className="chart-curve"
              points={lineOf(points, 'share', placing)}
              stroke="var(--action)"
            />
            {points.map(point => (
              <circle
                key={point.places}
                className="frontier-dot"
                cx={placing.x(point.places)}
                cy={placing.y(point.share)}
                r={3.5}
              />
            ))}
          </>
        )}
      </Frame>
      <p className="quiet">{t('siting.curveHelp')}</p>
      <details className="how">
        <summary>{t('siting.curveTable')}</summary>
        <ul>
          {points.map(point => (
            <li key={point.places}>
              {t('siting.curvePoint', { places: count(point.places), share: share(point.share) })}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
