import { SCENARIO_INDICES, type ScenarioDocument } from '../../core/scenario/document.ts';
import type { ScenarioEvaluation } from '../../core/scenario/evaluate.ts';
import type { PanelFigure } from '../../core/scenario/figures.ts';
import { Choice } from '../controls/Choice.tsx';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { useChance } from './chance.ts';
import { useEvaluation } from './evaluation.tsx';
import { IndexRow } from './IndexRow.tsx';
import { useChosenIndex } from './marginal.tsx';
import { setParameters } from './steps.ts';

type Props = { scenario: ScenarioDocument; result: ScenarioEvaluation; figures: readonly PanelFigure[] };

/** The indices of the panel, the planner's own first. */
export function IndexRows({ scenario, result, figures }: Props) {
  const { t, text } = useWords();
  const contiguity = useEvaluation().prepared?.setting.contiguity ?? null;
  const chance = useChance(result, contiguity);
  const chosen = useChosenIndex();
  return (
    <div className="index-rows">
      <div className="index-choice">
        <Choice
          label={t('figures.index')}
          value={chosen}
          options={SCENARIO_INDICES.map(({ id, title }) => ({ id, title: sentence(text(title)) }))}
          onChange={id => {
            if (id === chosen) return;
            const known = SCENARIO_INDICES.find(one => one.id === id);
            if (known !== undefined) setParameters(scenario.id, { ...scenario.parameters, index: known.id });
          }}
        />
        <details className="how">
          <summary>{t('figures.indexWhich')}</summary>
          <p className="how-text">{t('figures.indexHelp')}</p>
        </details>
      </div>
      <ul className="index-rows">
        {figures
          .filter(({ id }) => id in result.after.indices)
          .map(figure => (
            <IndexRow key={figure.id} figure={figure} result={result} chance={chance} />
          ))}
      </ul>
    </div>
  );
}
