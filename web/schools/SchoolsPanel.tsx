import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { SchoolsFold } from '../access/services/SchoolsFold.tsx';
import { Fold } from '../controls/Fold.tsx';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';

const SCHOOLS = ['primary_school', 'nursery_school'];

/** What a scenario does to the schools, and their catchments; nothing where the region has none. */
export function SchoolsPanel({ scenario }: { scenario: ScenarioDocument }) {
  const { t } = useWords();
  const { region } = useScene();
  if (!region.facilities.some(one => one.functions.some(id => SCHOOLS.includes(id)))) return null;
  return (
    <Fold title={t('services.schools.title')} testId="schools-panel">
      {() => <SchoolsFold drawnFor={scenario} />}
    </Fold>
  );
}
