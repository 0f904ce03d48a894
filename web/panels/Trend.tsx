import { useQueries } from '@tanstack/react-query';
import { codePositions } from '../../core/areas/hierarchy.ts';
import { valuesQuery } from '../data/queries.ts';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';

const width = 248;
const height = 56;
const edge = 6;

/** How the figure of an area moved over the years, on a scale that begins at nought. */
export function Trend({ code }: { code: string }) {
  const { t, value } = useWords();
  const { ground, indicator, level, showing, areas, year } = useScene();
  const years = showing?.years ?? [];
  const answers = useQueries({
    queries: years.map(one => valuesQuery(ground, { indicator: indicator.id, level, year: one })),
  });
  const index = areas === undefined ? undefined : codePositions(areas).get(code);
  if (index === undefined || years.length < 2 || answers.some(answer => answer.data === undefined))
    return null;
  const points = years.map((one, k) => ({ year: one, value: answers[k]?.data?.value[index] ?? Number.NaN }));
  const known = points.filter(point => !Number.isNaN(point.value));
  if (known.length < 2) return null;
  const top = Math.max(...known.map(point => point.value), 1e-9);
  const first = years[0] ?? 0;
  const span = (years.at(-1) ?? first) - first || 1;
  const x = (of: number) => edge + ((of - first) / span) * (width - 2 * edge);
  const y = (of: number) => height - edge - (of / top) * (height - 2 * edge);
  const line = known.map(point => `${x(point.year).toFixed(1)},${y(point.value).toFixed(1)}`).join(' ');
  const spoken = known.map(point => `${point.year}: ${value(point.value, indicator.unit)}`).join('; ');
  return (
    <figure className="trend">
      <figcaption>{t('area.trend')}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${t('area.trend')}. ${spoken}`}>
        <line className="trend-base" x1="0" x2={width} y1={height - edge} y2={height - edge} />
        <polyline className="trend-line" points={line} />
        {known.map(point => (
          <circle
            key={point.year}
            className={point.year === year ? 'trend-point now' : 'trend-point'}
            cx={x(point.year)}
            cy={y(point.value)}
            r={point.year === year ? 4 : 2.5}
          />
        ))}
      </svg>
      <div className="trend-years" aria-hidden="true">
        <span>{first}</span>
        <span>{years.at(-1)}</span>
      </div>
    </figure>
  );
}
