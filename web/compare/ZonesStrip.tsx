import { StripAxis } from '../charts/IntervalStrip.tsx';
import { Choice } from '../controls/Choice.tsx';
import { Skeleton } from '../controls/Skeleton.tsx';
import type { ZonesAnswer } from '../data/comparison.ts';
import { useZones } from '../data/comparison.ts';
import { setView } from '../state/view.ts';
import { indexAxis } from './axes.ts';
import { zoneCommand } from './commands.ts';
import { useCompared, useCompareWords } from './comparison.tsx';
import { Progress, useDone } from './DrawProgress.tsx';
import { Reproduce } from './Reproduce.tsx';
import { StripKey } from './StripKey.tsx';
import { useZoneWords, ZoneLine } from './ZoneLine.tsx';
import { readZones, repeatsAreas } from './zonesReading.ts';

function Reading({ answer }: { answer: ZonesAnswer }) {
  const { t, write, regions } = useCompareWords();
  const title = useZoneWords();
  const reading = readZones(answer.zones);
  const { name } = answer;
  return (
    <p className="index-says" data-testid="zones-reading">
      {reading.kind === 'none'
        ? t('compare.zones.onlyOne', { name })
        : t(`compare.zones.${reading.kind}`, {
            name,
            regions,
            from: write(reading.from),
            lowest: title(reading.lowest),
            to: write(reading.to),
            highest: title(reading.highest),
          })}
    </p>
  );
}

function Strips({ answer }: { answer: ZonesAnswer }) {
  const { writeTicks } = useCompareWords();
  const { index } = useCompared();
  const values = answer.zones.flatMap(({ index: one }) =>
    one !== null && 'value' in one
      ? [one.value, one.expected, one.corrected, one.interval?.low, one.interval?.high].filter(
          value => value != null,
        )
      : [],
  );
  const axis = indexAxis(index, values);
  return (
    <div className="zones">
      <div className="zones-axis">
        <StripAxis domain={axis.domain} ticks={axis.ticks} write={writeTicks(axis)} />
      </div>
      <ul>
        {answer.zones.map(choice => (
          <ZoneLine
            key={`${choice.kind}${choice.level}${choice.sideM}`}
            choice={choice}
            axis={axis}
            repeats={repeatsAreas(choice, answer.zones)}
          />
        ))}
      </ul>
    </div>
  );
}

/** The command of each line. */
function Commands({ answer, drawn }: { answer: ZonesAnswer; drawn: boolean }) {
  const { t } = useCompareWords();
  const { ground, question, chance, setting } = useCompared();
  const title = useZoneWords();
  const asked = {
    ground,
    question,
    chance: drawn ? chance : null,
    region: { level: setting.of, code: answer.code },
    metricEpsg: answer.metricEpsg,
  };
  return (
    <Reproduce
      testId="zones-command"
      commands={answer.zones.map(choice => ({
        label: t('compare.how.zoneCommand', { name: answer.name, zones: title(choice) }),
        text: zoneCommand(asked, choice),
      }))}
    />
  );
}

/** The same dwellings on other zones, so that nobody is fooled by the choice of zones. */
export function ZonesStrip() {
  const { t, count, region } = useCompareWords();
  const { ground, question, chance, focus, rows, setting } = useCompared();
  const drawn = useZones(ground, question, focus?.code ?? null, chance);
  const done = useDone();
  const title = t('compare.zones.title');
  return (
    <section className="compare-section" aria-label={title} data-testid="zones">
      <div className="zones-head">
        <h2>{title}</h2>
        {focus !== null && (
          <Choice
            label={t('compare.zones.which')}
            quiet
            options={rows
              .map(row => ({ id: row.code, title: row.name }))
              .toSorted((a, b) => a.title.localeCompare(b.title))}
            value={focus.code}
            onChange={code => setView({ pinned: { level: setting.of, code } })}
          />
        )}
      </div>
      {focus === null ? (
        <p className="quiet">{t('compare.zones.choose', { region })}</p>
      ) : (
        <>
          <p className="quiet">{t('compare.zones.help')}</p>
          {drawn.data === undefined && drawn.error === null && <Skeleton lines={5} />}
          {drawn.data !== undefined && (
            <>
              <Reading answer={drawn.data} />
              <StripKey />
              <Strips answer={drawn.data} />
              <Commands answer={drawn.data} drawn={drawn.complete} />
            </>
          )}
          <Progress
            drawn={drawn}
            doing={t('compare.progress.zones', { draws: count(chance?.draws ?? 0), name: focus.name })}
            done={done}
          />
        </>
      )}
    </section>
  );
}
