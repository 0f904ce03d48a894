import { Frame, type Placing } from '../charts/Frame.tsx';
import { axisAround } from '../charts/scale.ts';
import type { AreasAccess, GroupTotals } from '../data/access.ts';
import { sentence } from '../i18n/format.ts';
import { useAccessWords } from './words.ts';

const GROUPS = ['all', 'deprived', 'others'] as const;
/** Told apart by dashes too, for whoever does not see the colours. */
const LOOKS = {
  all: { stroke: 'var(--ink)', dash: undefined },
  deprived: { stroke: 'var(--action)', dash: '7 4' },
  others: { stroke: 'var(--ink-2)', dash: '2 4' },
} as const;

const pathOf = (curve: GroupTotals['curve'], distances: readonly number[], { x, y }: Placing) =>
  curve
    .flatMap((share, k) => (share === null ? [] : [`${x(distances[k]!).toFixed(1)},${y(share).toFixed(1)}`]))
    .join(' ');

/** The part of the children with a place within each distance. */
export function ReachCurve({ answer }: { answer: AreasAccess }) {
  const { t, share, count, metres } = useAccessWords();
  const { totals, curveM, rule } = answer;
  const title = t('access.curve.title');
  const groups = GROUPS.flatMap(id => (totals[id] === null ? [] : [{ id, group: totals[id] }]));
  const says = (id: (typeof GROUPS)[number], group: GroupTotals) =>
    t('access.curve.says', {
      group: sentence(t(`access.curve.${id}`)),
      share: group.share === null ? '–' : share(group.share),
      metres: count(rule.withinM),
      median: group.medianM === null ? t('access.curve.medianNone') : metres(group.medianM),
    });
  return (
    <section className="compare-section" aria-label={title} data-testid="reach-curve">
      <h2>{title}</h2>
      <p className="quiet">{t('access.curve.help')}</p>
      <Frame
        label={`${title}. ${groups.map(({ id, group }) => says(id, group)).join(' ')}`}
        height={300}
        x={axisAround([0, curveM.at(-1) ?? 0], 5)}
        y={axisAround([0, 1], 4)}
        xTitle={t('access.curve.x')}
        yTitle={t('access.curve.y')}
        xText={tick => count(tick)}
        yText={tick => share(tick, 0)}
      >
        {placing => (
          <>
            <line
              className="chart-even"
              x1={placing.x(rule.withinM)}
              x2={placing.x(rule.withinM)}
              y1={placing.top}
              y2={placing.bottom}
            />
            {groups.map(({ id, group }) => (
              <polyline
                key={id}
                className="chart-curve"
                points={pathOf(group.curve, curveM, placing)}
                stroke={LOOKS[id].stroke}
                strokeDasharray={LOOKS[id].dash}
              />
            ))}
          </>
        )}
      </Frame>
      <ul className="access-key">
        {groups.map(({ id, group }) => (
          <li key={id}>
            <svg width="28" height="10" aria-hidden="true">
              <line
                x1="0"
                x2="28"
                y1="5"
                y2="5"
                strokeWidth="2"
                stroke={LOOKS[id].stroke}
                strokeDasharray={LOOKS[id].dash}
              />
            </svg>
            {says(id, group)}
          </li>
        ))}
      </ul>
    </section>
  );
}
