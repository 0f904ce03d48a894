import type { AreaLevel } from '../../../core/areas/types.ts';
import { Fold } from '../../controls/Fold.tsx';
import { useWords } from '../../i18n/words.ts';
import { FamiliesFold } from './FamiliesFold.tsx';
import { SchoolsFold } from './SchoolsFold.tsx';
import { SupplyFold } from './SupplyFold.tsx';
import { VarietyFold } from './VarietyFold.tsx';

/** What families have around them, each measure behind a fold. */
export function ServiceFolds({ level }: { level: AreaLevel }) {
  const { t } = useWords();
  return (
    <section className="compare-section" aria-label={t('services.title')} data-testid="services">
      <h2>{t('services.title')}</h2>
      <Fold title={t('services.supply.title')} testId="supply-fold">
        {() => <SupplyFold level={level} />}
      </Fold>
      <Fold title={t('services.schools.title')} testId="schools-fold">
        {() => <SchoolsFold />}
      </Fold>
      <Fold title={t('services.families.title')} testId="families-fold">
        {() => <FamiliesFold level={level} />}
      </Fold>
      <Fold title={t('services.variety.title')} testId="variety-fold">
        {() => <VarietyFold level={level} />}
      </Fold>
    </section>
  );
}
