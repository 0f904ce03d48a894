import { useMemo } from 'react';
import { groupAtHalf, type LorenzCurve } from '../../core/concentration/lorenz.ts';
import { Frame, type Placing } from '../charts/Frame.tsx';
import { axisAround } from '../charts/scale.ts';
import { Skeleton } from '../controls/Skeleton.tsx';
import { useScene } from '../state/scene.tsx';
import { ChooseFirst } from './ChooseFirst.tsx';
import { lorenzCommand } from './commands.ts';
import { useCompared, useCompareWords } from './comparison.tsx';
import { regionCurve } from './curves.ts';
import { useHoveredRegion } from './marking.ts';
import { useComparedValues } from './problemWords.ts';
import { RegionKey } from './RegionKey.tsx';
import { Reproduce } from './Reproduce.tsx';

type Curve = { code: string; name: string; curve: LorenzCurve | null };

function useCurves(): Curve[] | null {
  const { rows, chosen, setting, question } = useCompared();
  const { columns } = useScene();
  const { data: values } = useComparedValues();
  const { clamp } = question;
  return useMemo(
    () =>
      values === undefined
        ? null
        : chosen.map(code => ({
            code,
            name: rows.find(row => row.code === code)?.name ?? code,
            curve: regionCurve(columns, values, { level: setting.of, code }, clamp),
          })),
    [values, chosen, rows, columns, setting.of, clamp],
  );
}

function Lines({ curves, placing }: { curves: readonly Curve[]; placing: Placing }) {
  const { markOf } = useCompared();
  const hovered = useHoveredRegion();
  const { x, y } = placing;
  const pathOf = ({ others, group }: LorenzCurve) =>
    Array.from(others, (share, i) => `${x(share).toFixed(1)},${y(group[i] ?? 0).toFixed(1)}`).join(' ');
  return (
    <>
      <line className="chart-even" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      {curves.map(({ code, curve }) => {
        const mark = markOf(code);
        return curve === null || mark === null ? null : (
          <polyline
            key={code}
            className="chart-curve"
            points={pathOf(curve)}
            stroke={mark.colour}
            strokeDasharray={mark.dash}
            data-hovered={hovered === code}
            data-quiet={hovered !== null && hovered !== code && curves.some(one => one.code === hovered)}
          />
        );
      })}
    </>
  );
}

/** How far from an even spread the chosen regions are, area by area. */
export function LorenzChart() {
  const { t, share, regions } = useCompareWords();
  const { ground, question, setting } = useCompared();
  const curves = useCurves();
  const title = t('compare.lorenz.title', { regions });
  const axis = axisAround([0, 1], 4);
  const percent = (tick: number) => share(tick, 0);
  const says = ({ name, curve }: Curve) =>
    curve === null
      ? t('compare.lorenz.none', { name })
      : t('compare.lorenz.half', { name, share: share(groupAtHalf(curve)) });
  return (
    <section className="compare-section" aria-label={title} data-testid="lorenz">
      <h2>{title}</h2>
      {curves === null && <Skeleton lines={4} />}
      {curves !== null && curves.length === 0 && <ChooseFirst />}
      {curves !== null && curves.length > 0 && (
        <>
          <p className="quiet">{t('compare.lorenz.help')}</p>
          <Frame
            label={`${title}. ${curves.map(says).join(' ')}`}
            height={380}
            x={axis}
            y={axis}
            xTitle={t('compare.lorenz.x')}
            yTitle={t('compare.lorenz.y')}
            xText={percent}
            yText={percent}
          >
            {placing => <Lines curves={curves} placing={placing} />}
          </Frame>
          <RegionKey lines={curves.map(curve => ({ code: curve.code, text: says(curve) }))} />
          <Reproduce
            testId="lorenz-command"
            commands={curves
              .filter(({ curve }) => curve !== null)
              .map(({ code, name }) => ({
                label: t('compare.how.lorenzCommand', { name }),
                text: lorenzCommand(ground, question, { level: setting.of, code }),
              }))}
          />
        </>
      )}
    </section>
  );
}
