import { panelFigures } from '../../core/scenario/figures.ts';
import { useWords } from '../i18n/words.ts';
import { useLayerModel } from '../layers/shown.ts';
import { Legend } from '../panels/Legend.tsx';
import { useLayerTitle } from '../panels/layerTitle.ts';
import { useEvaluation } from '../scenario/evaluation.tsx';
import { useFrozenOnScreen } from '../state/frozen.ts';
import { AssumptionSheet } from './AssumptionSheet.tsx';
import { EditSheet } from './EditSheet.tsx';
import { FigureSheet } from './FigureSheet.tsx';
import { MapPicture } from './MapPicture.tsx';
import { ObjectiveSheet } from './ObjectiveSheet.tsx';
import { ProblemSheet } from './ProblemSheet.tsx';
import { usePrinting } from './printing.ts';
import { SheetHead } from './SheetHead.tsx';
import { SourceSheet } from './SourceSheet.tsx';

function Sheet() {
  const { t } = useWords();
  const { scenario, result } = useEvaluation();
  const frozen = useFrozenOnScreen();
  const layer = useLayerModel();
  const shown = useLayerTitle(layer);
  if (scenario === null) return null;
  const figures = result === null ? [] : panelFigures(result);
  const notes = [
    ...(frozen === null ? [] : [t('print.frozen', { revision: frozen.revision })]),
    ...(scenario.origin === undefined ? [] : [t('print.branchOf', { title: scenario.origin.title })]),
    scenario.note,
  ];
  return (
    <article className="print-sheet" data-testid="print-sheet">
      <SheetHead kind={t('print.scenario')} title={scenario.title} notes={notes} />
      <MapPicture label={t('print.mapOf', { what: shown })}>
        <Legend layer={layer} />
      </MapPicture>
      <FigureSheet
        columns={[t('print.before'), t('print.after')]}
        figures={figures.map(one => ({ ...one, values: [one.before, one.after] as const }))}
      />
      {result !== null && <ObjectiveSheet objectives={result.objectives} />}
      {result !== null && <ProblemSheet edits={scenario.edits} problems={result.problems} />}
      <EditSheet edits={scenario.edits} heading={t('print.edits', { count: scenario.edits.length })} />
      <AssumptionSheet parameters={scenario.parameters} />
      <SourceSheet baseline={scenario.baseline} />
    </article>
  );
}

/** The open scenario on paper; nothing while nothing is printed. */
export function ScenarioSheet() {
  return usePrinting(({ sheet }) => sheet !== null) ? <Sheet /> : null;
}
