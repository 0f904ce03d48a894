import { useState } from 'react';
import type { AreaLevel } from '../../../core/areas/types.ts';
import { FileLinks } from '../../controls/FileLinks.tsx';
import { Problem } from '../../controls/Problem.tsx';
import { Skeleton } from '../../controls/Skeleton.tsx';
import { serviceExport, useVariety, type Variety } from '../../data/services.ts';
import { useScene } from '../../state/scene.tsx';
import { WalkChoice } from './choices.tsx';
import { ServiceTable } from './ServiceTable.tsx';
import { useServiceWords } from './words.ts';

/** How many kinds of places children have near. */
export function VarietyFold({ level }: { level: AreaLevel }) {
  const { t } = useServiceWords();
  const { ground, scope } = useScene();
  const [withinM, setWithinM] = useState(400);
  const question = { withinM, level, scope };
  const { data, error, isFetching, refetch } = useVariety(ground, question);
  const files = (rows: 'areas' | 'numbers') => (format: string) =>
    serviceExport(ground, { of: 'variety', rows, question }, format);
  return (
    <>
      <div className="access-controls">
        <WalkChoice value={withinM} onChange={setWithinM} />
      </div>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={5} />}
      {data !== undefined && error === null && (
        <div className="access-answer" aria-busy={isFetching} data-testid="variety-answer">
          <Told answer={data} withinM={withinM} files={files} />
        </div>
      )}
      <details className="how">
        <summary>{t('services.how')}</summary>
        <p>{t('services.variety.how')}</p>
      </details>
    </>
  );
}

type Files = (rows: 'areas' | 'numbers') => (format: string) => string;

function Told({ answer, withinM, files }: { answer: Variety; withinM: number; files: Files }) {
  const { t, count, number, cell, functions, areaNames } = useServiceWords();
  const { totals, columns } = answer;
  const nameOf = areaNames(answer.level);
  // Numbers that no child reaches are left out.
  const most = totals.all.byNumber.findLastIndex(children => children > 0);
  const groups = (['all', 'deprived', 'others'] as const).flatMap(id => {
    const group = totals[id];
    return group === null || group.children === 0 ? [] : [{ id, group }];
  });
  return (
    <>
      <p role="status">
        {t('services.variety.mean', {
          metres: count(withinM),
          number: number(totals.all.mean, 1),
          of: answer.functions.length,
        })}
      </p>
      <p className="quiet">
        {t('services.variety.counted', { functions: answer.functions.map(id => functions([id])).join(', ') })}
      </p>
      <ServiceTable
        caption={t('services.variety.title')}
        testId="variety-numbers"
        heads={[t('services.variety.number'), ...groups.map(({ id }) => t(`services.${id}`))]}
        rows={totals.all.byNumber.slice(0, most + 1).map((_, kinds) => ({
          ...{ id: String(kinds), name: String(kinds) },
          cells: groups.map(({ group }) => cell.part(group.byNumber[kinds]! / group.children)),
        }))}
      />
      <FileLinks
        label={t('services.files', { table: t('services.variety.title') })}
        formats={['csv', 'xlsx']}
        addressOf={files('numbers')}
      />
      <ServiceTable
        caption={t('services.supply.byArea')}
        testId="variety-areas"
        heads={[t('services.area'), t('services.children'), t('services.variety.perArea')]}
        rows={columns.code.map((code, k) => ({
          ...{ id: code, name: nameOf(code) },
          cells: [cell.whole(columns.children[k] ?? null), cell.number(columns.mean[k] ?? null, 1)],
        }))}
      />
      <FileLinks
        label={t('services.files', { table: t('services.supply.byArea') })}
        formats={['csv', 'xlsx', 'geojson']}
        addressOf={files('areas')}
      />
    </>
  );
}
