import { codePositions } from '../../core/areas/hierarchy.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { ObjectiveProgress } from '../../core/scenario/objective.ts';
import { Fold } from '../controls/Fold.tsx';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import { ObjectiveHow } from './ObjectiveHow.tsx';
import { ObjectiveKinds } from './ObjectiveKinds.tsx';
import { ObjectiveRow } from './ObjectiveRow.tsx';
import { Reacts } from './Reacts.tsx';

/** As many as are shown at once; the rest is folded away, those that the scenario changes first. */
const shownAtOnce = 3;

/** How far each municipality in the scope comes with its objective; nothing where the areas lie in none. */
export function ObjectiveFigures({
  scenario,
  objectives,
}: {
  scenario: ScenarioDocument;
  objectives: readonly ObjectiveProgress[];
}) {
  const { t } = useWords();
  const { columns } = useScene();
  const table = columns.get('municipality');
  if (objectives.length === 0 || table === undefined) return null;
  const nameOf = (code: string) => table.names[codePositions(table).get(code) ?? -1] ?? code;
  const changed = objectives.filter(({ scenario }) => scenario !== 0);
  const still = objectives.filter(({ scenario }) => scenario === 0);
  const atOnce = Math.max(changed.length, Math.min(shownAtOnce, objectives.length));
  const ordered = [...changed, ...still];
  const row = (progress: ObjectiveProgress) => (
    <ObjectiveRow key={progress.municipality} progress={progress} name={nameOf(progress.municipality)} />
  );
  const others = ordered.slice(atOnce);
  return (
    <section className="objective" aria-label={t('figures.objective.title')} data-testid="objective">
      <div className="figure-head">
        <h3>{t('figures.objective.title')}</h3>
        <Reacts ids={['objective_remaining']} />
      </div>
      <ul className="index-rows">{ordered.slice(0, atOnce).map(row)}</ul>
      {others.length > 0 && (
        <Fold title={t('figures.objective.others', { count: others.length })}>
          {() => <ul className="index-rows">{others.map(row)}</ul>}
        </Fold>
      )}
      <ObjectiveKinds scenario={scenario} />
      <ObjectiveHow missing={objectives.every(({ targets }) => targets.length === 0)} />
    </section>
  );
}
