import { Frame, type Placing } from '../charts/Frame.tsx';
import type { Axis } from '../charts/scale.ts';
import { Problem } from '../controls/Problem.tsx';
import { Skeleton } from '../controls/Skeleton.tsx';
import { useComparisonYears, type YearsAnswer } from '../data/comparison.ts';
import { sentence } from '../i18n/format.ts';
import { indexAxis } from './axes.ts';
import { yearCommand } from './commands.ts';
import { useCompared, useCompareWords } from './comparison.tsx';
import { useHoveredRegion } from './marking.ts';
import { RegionKey } from './RegionKey.tsx';
import { Reproduce } from './Reproduce.tsx';
import { YearsTable } from './YearsTable.tsx';
import { lineSegments, type RegionYears, yearsChange } from './years.ts';

/** The years themselves, thinned where there are more than fit. */
function yearAxis(years: readonly number[]): Axis {
  const every = Math.ceil(years.length / 8);
  return {
    domain: [years[0] ?? 0, years.at(-1) ?? 1],
    ticks: years.filter((_, k) => (years.length - 1 - k) % every === 0),
    step: 1,
  };
}

type LinesProps = { years: readonly number[]; regions: readonly RegionYears[]; placing: Placing };

function Lines({ years, regions, placing }: LinesProps) {
  const { markOf, setting } = useCompared();
  const hovered = useHoveredRegion();
  const { x, y } = placing;
  const draw = (cells: RegionYears['values']) =>
    lineSegments(years, cells).map(line => line.map(({ year, value }) => `${x(year)},${y(value)}`).join(' '));
  const ordered = regions.toSorted(
    (a, b) => Number(markOf(a.code) !== null) - Number(markOf(b.code) !== null),
  );
  return (
    <>
      {years.includes(setting.year) && (
        <line
          className="chart-now"
          x1={x(setting.year)}
          x2={x(setting.year)}
          y1={placing.top}
          y2={placing.bottom}
        />
      )}
      {ordered.map(region => {
        const mark = markOf(region.code);
        const isHovered = hovered === region.code;
        const now = region.values[years.indexOf(setting.year)];
        return (
          <g key={region.code}>
            {draw(region.values).map(points => (
              <polyline
                key={points}
                className={mark === null ? 'chart-curve quiet-curve' : 'chart-curve'}
                points={points}
                stroke={mark?.colour ?? 'var(--line-strong)'}
                strokeDasharray={mark?.dash}
                data-hovered={isHovered}
              />
            ))}
            {mark !== null &&
              draw(region.expected).map(points => (
                <polyline key={points} className="chart-expected" points={points} stroke={mark.colour} />
              ))}
            {mark !== null && now != null && (
              <circle cx={x(setting.year)} cy={y(now)} r={4.5} fill={mark.colour} />
            )}
          </g>
        );
      })}
    </>
  );
}

function Drawn({ answer, regions }: { answer: YearsAnswer; regions: readonly RegionYears[] }) {
  const { t, write, writeChange, writeTicks, indexTitle } = useCompareWords();
  const { ground, question, index, chosen } = useCompared();
  const { years } = answer;
  const picked = chosen.flatMap(code => regions.find(region => region.code === code) ?? []);
  const values = regions.flatMap(region => region.values).concat(picked.flatMap(region => region.expected));
  const axis = indexAxis(
    index,
    values.filter(value => value !== null),
  );
  const says = (region: RegionYears) => {
    const change = yearsChange(years, region.values);
    const text =
      change === null
        ? t('compare.years.unknown')
        : t('compare.years.change', {
            first: change.first.year,
            from: write(change.first.value),
            last: change.last.year,
            to: write(change.last.value),
            difference: writeChange(change.last.value - change.first.value),
          });
    return `${region.name}: ${text}`;
  };
  return (
    <>
      <p className="quiet">
        {t('compare.years.help')}
        {picked.some(region => region.expected.some(value => value !== null)) &&
          ` ${t('compare.years.expected')}`}
      </p>
      <Frame
        label={[
          t('compare.years.spoken', {
            from: years[0] ?? '',
            to: years.at(-1) ?? '',
            names: picked.map(region => region.name).join(', ') || regions.length,
          }),
          ...picked.map(says),
        ].join('. ')}
        height={picked.length === 0 ? 300 : 380}
        x={yearAxis(years)}
        y={axis}
        xTitle={t('compare.years.year')}
        yTitle={sentence(indexTitle)}
        xText={String}
        yText={writeTicks(axis)}
      >
        {placing => <Lines years={years} regions={regions} placing={placing} />}
      </Frame>
      {picked.length > 0 && (
        <>
          <RegionKey lines={picked.map(region => ({ code: region.code, text: says(region) }))} />
          <YearsTable years={years} regions={picked} />
        </>
      )}
      <Reproduce
        testId="years-command"
        commands={years.map(year => ({
          label: t('compare.how.yearCommand', { year }),
          text: yearCommand(ground, question, year),
        }))}
      />
    </>
  );
}

/** What the index did over the years: all regions faintly, the chosen ones in their colours. */
export function YearsChart() {
  const { t } = useCompareWords();
  const { ground, question, rows } = useCompared();
  const { data, error, refetch } = useComparisonYears(ground, question);
  const title = t('compare.years.title');
  const regions = data?.regions.filter(region => rows.some(row => row.code === region.code)) ?? [];
  return (
    <section className="compare-section" aria-label={title} data-testid="years">
      <h2>{title}</h2>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <Skeleton lines={4} />}
      {data !== undefined && data.years.length < 2 && <p className="quiet">{t('compare.years.one')}</p>}
      {data !== undefined && data.years.length >= 2 && <Drawn answer={data} regions={regions} />}
    </section>
  );
}
