import { useState } from 'react';
import type { AreaLevel } from '../../../core/areas/types.ts';
import { Choice } from '../../controls/Choice.tsx';
import { FileLinks } from '../../controls/FileLinks.tsx';
import { Problem } from '../../controls/Problem.tsx';
import { Skeleton } from '../../controls/Skeleton.tsx';
import { type Supply, type SupplyQuestion, serviceExport, useSupply } from '../../data/services.ts';
import { sentence } from '../../i18n/format.ts';
import { useScene } from '../../state/scene.tsx';
import { AgesChoice, FunctionChoice, WalkChoice } from './choices.tsx';
import { ServiceTable } from './ServiceTable.tsx';
import { useServiceWords } from './words.ts';

const FUNCTIONS = ['childcare', 'nursery_school', 'primary_school', 'youth', 'play', 'green'] as const;
const KINDS = ['capacity', 'staff', 'areaM2'] as const;
const DECAYS = ['even', 'gaussian'] as const;

/** Room, staff or surface for each child, by area and by place. */
export function SupplyFold({ level }: { level: AreaLevel }) {
  const { t } = useServiceWords();
  const { ground, scope } = useScene();
  const [asked, setAsked] = useState<Omit<SupplyQuestion, 'level' | 'scope'>>({
    ...{ function: 'childcare', kind: 'capacity', ages: null, withinM: 1000, decay: 'even' },
  });
  const change = (changed: Partial<typeof asked>) => setAsked({ ...asked, ...changed });
  const question = { ...asked, level, scope };
  const { data, error, isFetching, refetch } = useSupply(ground, question);
  const files = (rows: 'areas' | 'places') => (format: string) =>
    serviceExport(ground, { of: 'supply', rows, question }, format);
  return (
    <>
      <div className="access-controls">
        <FunctionChoice
          ids={FUNCTIONS}
          value={asked.function}
          onChange={id => change({ function: id, ages: null })}
        />
        <Choice
          label={t('services.supply.kind')}
          options={KINDS.map(id => ({ id, title: sentence(t(`services.supply.${id}`)) }))}
          value={asked.kind}
          onChange={id => change({ kind: KINDS.find(one => one === id)! })}
        />
        <WalkChoice value={asked.withinM} onChange={withinM => change({ withinM })} />
        <Choice
          label={t('services.supply.decay')}
          options={DECAYS.map(id => ({ id, title: sentence(t(`services.supply.${id}`)) }))}
          value={asked.decay}
          onChange={id => change({ decay: DECAYS.find(one => one === id)! })}
        />
        <AgesChoice value={asked.ages} onChange={ages => change({ ages })} />
      </div>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={5} />}
      {data !== undefined && error === null && (
        <div className="access-answer" aria-busy={isFetching} data-testid="supply-answer">
          <Told answer={data} files={files} />
        </div>
      )}
      <details className="how">
        <summary>{t('services.how')}</summary>
        <p>{t('services.supply.how')}</p>
      </details>
    </>
  );
}

type Files = (rows: 'areas' | 'places') => (format: string) => string;

function Told({ answer, files }: { answer: Supply; files: Files }) {
  const { t, number, cell, counted, areaNames } = useServiceWords();
  const { all, deprived, others } = answer.totals;
  const nameOf = areaNames(answer.level);
  const { code, children, per_child } = answer.columns;
  return (
    <>
      <p role="status">
        {answer.supplying.length === 0
          ? t('services.supply.none')
          : t('services.supply.mean', { number: number(all.perChild) })}{' '}
        {deprived !== null &&
          others !== null &&
          answer.supplying.length > 0 &&
          t('services.supply.groups', {
            deprived: number(deprived.perChild),
            others: number(others.perChild),
          })}
      </p>
      <p className="quiet">
        {counted(answer.counted)}{' '}
        {answer.placesWithout > 0 && t('services.supply.without', { count: answer.placesWithout })}
      </p>
      {answer.supplying.length > 0 && (
        <>
          <ServiceTable
            caption={t('services.supply.byArea')}
            testId="supply-areas"
            heads={[t('services.area'), t('services.children'), t('services.supply.perChild')]}
            rows={code.map((each, k) => ({
              ...{ id: each, name: nameOf(each) },
              cells: [cell.whole(children[k] ?? null), cell.number(per_child[k] ?? null)],
            }))}
          />
          <FileLinks
            label={t('services.files', { table: t('services.supply.byArea') })}
            formats={['csv', 'xlsx', 'geojson']}
            addressOf={files('areas')}
          />
          <ServiceTable
            caption={t('services.supply.byPlace')}
            testId="supply-places"
            sortedBy={{ column: 3, down: false }}
            heads={[
              ...[t('services.place'), t('services.supply.offered')],
              ...[t('services.supply.sharing'), t('services.supply.perChild')],
            ]}
            rows={answer.supplying.map(({ id, name, supply, ...one }) => ({
              ...{ id, name: name ?? t('services.noName') },
              cells: [cell.whole(supply), cell.whole(one.children), cell.number(one.perChild)],
            }))}
          />
          <FileLinks
            label={t('services.files', { table: t('services.supply.byPlace') })}
            formats={['csv', 'xlsx', 'geojson']}
            addressOf={files('places')}
          />
        </>
      )}
    </>
  );
}
