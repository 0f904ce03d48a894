import type { Coverage } from '../../../core/access/coverage.ts';
import type { AreaLevel } from '../../../core/areas/types.ts';
import { FileLinks } from '../../controls/FileLinks.tsx';
import { Problem } from '../../controls/Problem.tsx';
import { Skeleton } from '../../controls/Skeleton.tsx';
import { serviceExport, useFamilies } from '../../data/services.ts';
import { useScene } from '../../state/scene.tsx';
import { ServiceTable } from './ServiceTable.tsx';
import { useServiceWords } from './words.ts';

const HEADS = ['within', 'deprived', 'births', 'indexWithin', 'indexBeyond'] as const;

/** Births in deprived families within reach of a family centre. */
export function FamiliesFold({ level }: { level: AreaLevel }) {
  const { t, count, whole, part, cell } = useServiceWords();
  const { ground, scope } = useScene();
  const { data, error, refetch } = useFamilies(ground, scope);
  const of = ({ reached, all, share }: Coverage) => ({
    value: share,
    text: t('services.families.of', { reached: whole(reached), all: whole(all), share: part(share) }),
  });
  const files = (rows: 'areas' | 'distances') => (format: string) =>
    serviceExport(ground, { of: 'families', rows, question: { level, scope } }, format);
  return (
    <>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={5} />}
      {data !== undefined && error === null && (
        <div className="access-answer" data-testid="families-answer">
          <p role="status">
            {t('services.families.centres', { count: data.centres, year: data.births.year })}{' '}
            {data.areasWithoutBirths > 0 &&
              t('services.families.without', { count: data.areasWithoutBirths })}
          </p>
          {data.centres > 0 && (
            <>
              <ServiceTable
                caption={t('services.families.title')}
                testId="families-table"
                heads={HEADS.map(id => t(`services.families.${id}`))}
                rows={data.reach.map(({ withinM, births, deprived, indexWithin, indexBeyond }) => ({
                  id: String(withinM),
                  name: t('services.metres', { metres: count(withinM) }),
                  cells: [of(deprived), of(births), cell.part(indexWithin), cell.part(indexBeyond)],
                }))}
              />
              <FileLinks
                label={t('services.files', { table: t('services.families.title') })}
                formats={['csv', 'xlsx']}
                addressOf={files('distances')}
              />
              <FileLinks
                label={t('services.files', { table: t('services.families.byArea') })}
                formats={['csv', 'xlsx', 'geojson']}
                addressOf={files('areas')}
                told
              />
            </>
          )}
        </div>
      )}
      <details className="how">
        <summary>{t('services.how')}</summary>
        <p>{t('services.families.how')}</p>
      </details>
    </>
  );
}
