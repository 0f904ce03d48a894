import type { SpreadBeside } from '../../core/spreading/answer.ts';
import { Frame, type Placing } from '../charts/Frame.tsx';
import { useRoving } from '../charts/roving.ts';
import { axisAround, decimalsOf } from '../charts/scale.ts';
import { sentence } from '../i18n/format.ts';
import { isStale, useAdopting } from './adopting.ts';
import type { Search } from './search.ts';
import { useSpreadWords } from './words.ts';

type Frontier = NonNullable<SpreadBeside['frontier']>;

function Points({ search, frontier, placing }: { search: Search; frontier: Frontier; placing: Placing }) {
  const { t, index, objective, amount } = useSpreadWords();
  const adopt = useAdopting();
  const roving = useRoving(frontier.points.map((_, n) => String(n)));
  const stale = isStale(search);
  const line = frontier.points.map(({ values: [value, mean] }) => `${placing.x(mean)},${placing.y(value)}`);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the dots inside
    <g onKeyDown={roving.onKeyDown}>
      <polyline className="frontier-line" points={line.join(' ')} />
      {frontier.points.map(({ values: [value, mean], areas }, n) => {
        const take = () => {
          if (!stale) adopt(search, areas);
        };
        return (
          // biome-ignore lint/a11y/useSemanticElements: a dot in a drawing cannot be an HTML button
          <g
            key={`${value} ${mean}`}
            className="point"
            role="button"
            aria-disabled={stale}
            aria-label={t('spreading.frontierPoint', {
              n: n + 1,
              objective: objective(search.ask.objective),
              value: index(value),
              against: t(`spreading.axis.${frontier.against}`),
              amount: amount(frontier.against, mean),
            })}
            data-roving={String(n)}
            tabIndex={roving.tabIndex(String(n))}
            onFocus={() => roving.stopAt(String(n))}
            onClick={take}
            onKeyDown={event => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              take();
            }}
          >
            <circle className="point-reach" cx={placing.x(mean)} cy={placing.y(value)} r={12} />
            <circle className="frontier-dot" cx={placing.x(mean)} cy={placing.y(value)} r={5} />
          </g>
        );
      })}
    </g>
  );
}

/** Plans between the objective and what it is weighed against; a click, Enter or the space bar adopts one. */
export function FrontierChart({ search, frontier }: { search: Search; frontier: Frontier }) {
  const { t, objective, decimal, share, count } = useSpreadWords();
  const { points, withoutFigure, against } = frontier;
  const highestGap = Math.max(0, ...points.map(({ gap }) => gap));
  const title = t('spreading.frontier', { against: t(`spreading.axis.${against}`) });
  const x = axisAround(
    points.map(({ values }) => values[1]),
    4,
  );
  const y = axisAround(
    points.map(({ values }) => values[0]),
    4,
  );
  const yTitle = sentence(objective(search.ask.objective));
  return (
    <section aria-label={title} data-testid="frontier">
      <h4>{title}</h4>
      <p className="quiet">
        {t('spreading.frontierText')} {t(`spreading.againstHow.${against}`)}{' '}
        {highestGap === 0
          ? t('spreading.frontierProven')
          : t('spreading.frontierGap', { gap: share(highestGap, 3) })}
        {withoutFigure > 0 && ` ${t('spreading.frontierWithout', { count: withoutFigure })}`}
      </p>
      <Frame
        label={title}
        x={x}
        y={y}
        xTitle={t(`spreading.axis.${against}`)}
        yTitle={yTitle}
        xText={tick =>
          against === 'child_poverty' ? share(tick, Math.max(0, decimalsOf(x.step) - 2)) : count(tick)
        }
        yText={tick => decimal(tick, decimalsOf(y.step))}
        height={260}
        interactive
      >
        {placing => <Points search={search} frontier={frontier} placing={placing} />}
      </Frame>
    </section>
  );
}
