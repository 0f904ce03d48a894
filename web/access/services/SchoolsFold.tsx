import { useState } from 'react';
import type { ScenarioDocument } from '../../../core/scenario/document.ts';
import { Problem } from '../../controls/Problem.tsx';
import { Skeleton } from '../../controls/Skeleton.tsx';
import { type Schools, type SchoolsAsked, useSchools } from '../../data/services.ts';
import { Catchments } from '../../schools/Catchments.tsx';
import { useSettled } from '../../schools/useSettled.ts';
import { useOpenScenario } from '../../state/baseline.ts';
import { useScene } from '../../state/scene.tsx';
import { AgesChoice, FunctionChoice } from './choices.tsx';
import { SchoolFiles } from './SchoolFiles.tsx';
import { type ServiceCell, ServiceTable } from './ServiceTable.tsx';
import { useServiceWords } from './words.ts';

const FUNCTIONS = ['primary_school', 'nursery_school'] as const;

const HEADS = ['school', 'places', 'pupils', 'share', 'beyond'] as const;
/** Beside a map: what is and what comes in one cell. */
const HEADS_NARROW = ['school', 'pupilsShort', 'shareShort'] as const;
const HEADS_AFTER = ['pupilsAfter', 'shareAfter'] as const;

/** How long a scenario stands still before schools are asked about. */
const PAUSE_MS = 300;

/** Pupils to expect in each school, and what the open scenario does to them; beside its map also their catchments. */
export function SchoolsFold({ drawnFor = null }: { drawnFor?: ScenarioDocument | null }) {
  const { t } = useServiceWords();
  const { ground, scope } = useScene();
  const scenario = useSettled(useOpenScenario(), PAUSE_MS);
  const [asked, setAsked] = useState<{ function: string; ages: 'all' | null }>({
    ...{ function: 'primary_school', ages: null },
  });
  const question = { ...asked, scope };
  const schools: SchoolsAsked = { question, scenario };
  const { data, error, isFetching, refetch } = useSchools(ground, schools);
  return (
    <>
      <p className="quiet">
        {t(data?.by === 'catchments' ? 'services.schools.introDrawn' : 'services.schools.intro')}{' '}
        {scenario !== null && t('services.schools.scenario')}
      </p>
      <div className="access-controls">
        <FunctionChoice
          ids={FUNCTIONS}
          value={asked.function}
          onChange={id => setAsked({ function: id, ages: null })}
        />
        <AgesChoice value={asked.ages} onChange={ages => setAsked({ ...asked, ages })} />
      </div>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={5} />}
      {data !== undefined && error === null && (
        <div className="access-answer" aria-busy={isFetching} data-testid="schools-answer">
          <Told answer={data} narrow={drawnFor !== null} />
          <SchoolFiles asked={schools} />
        </div>
      )}
      {(data !== undefined || error !== null) && drawnFor !== null && (
        <Catchments
          key={asked.function}
          scenario={drawnFor}
          wanted={asked.function}
          schools={(data?.schools ?? []).filter(({ id }) => !id.startsWith('scenario/'))}
        />
      )}
      <details className="how">
        <summary>{t('services.how')}</summary>
        <p>{t('services.schools.how')}</p>
      </details>
    </>
  );
}

type Written = (value: number | null) => ServiceCell;

/** What is and what comes, sorted by the latter. */
function fromTo(
  write: Written,
  { before, after }: Pick<Schools['schools'][number], 'before' | 'after'>,
  of: 'pupils' | 'share',
): ServiceCell {
  const now = write(before[of]);
  if (after === null) return now;
  const then = write(after[of]);
  return { value: then.value, text: `${now.text} → ${then.text}` };
}

function Told({ answer, narrow }: { answer: Schools; narrow: boolean }) {
  const { t, index, cell, counted } = useServiceWords();
  const { before, after } = answer;
  const shown = narrow ? HEADS_NARROW : after === null ? HEADS : [...HEADS, ...HEADS_AFTER];
  const unassigned = Math.round((after ?? before).unassigned);
  const inSeveral = Math.round((after ?? before).inSeveral);
  const withoutIndex = Math.round((after ?? before).pupilsWithoutIndex);
  return (
    <>
      <p role="status">{mixed()}</p>
      <p className="quiet">
        {counted(answer.counted)} {unassigned > 0 && t('services.schools.unassigned', { count: unassigned })}{' '}
        {withoutIndex > 0 && t('services.schools.withoutIndex', { count: withoutIndex })}{' '}
        {inSeveral > 0 && t('services.schools.inSeveral', { count: inSeveral })}
      </p>
      <ServiceTable
        caption={t('services.schools.title')}
        testId="schools-table"
        heads={shown.map(id => t(`services.schools.${id}`))}
        rows={answer.schools.map(({ id, name, places, ...one }) => ({
          ...{ id, name: nameOf(id, name) },
          cells: narrow
            ? [fromTo(cell.whole, one, 'pupils'), fromTo(cell.part, one, 'share')]
            : [
                cell.whole(places),
                cell.whole(one.before.pupils),
                cell.part(one.before.share),
                cell.whole(one.before.beyondPlaces),
                ...(one.after === null ? [] : [cell.whole(one.after.pupils), cell.part(one.after.share)]),
              ],
        }))}
      />
    </>
  );

  function mixed(): string {
    if (before.dissimilarity === null) return t('services.schools.mixedNone');
    const said = index(before.dissimilarity);
    return after === null || after.dissimilarity === null
      ? t('services.schools.mixed', { index: said })
      : t('services.schools.mixedAfter', { index: said, after: index(after.dissimilarity) });
  }

  function nameOf(id: string, name: string | null): string {
    const [source, number] = id.split('/');
    if (source === 'scenario') return t('services.schools.newSchool', { number });
    return name ?? t('services.noName');
  }
}
