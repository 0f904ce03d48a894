import { comparedFigures } from '../../core/scenario/compared-figures.ts';
import { panelFigures } from '../../core/scenario/figures.ts';
import { useWords } from '../i18n/words.ts';
import { Legend } from '../panels/Legend.tsx';
import { useOpenScenario } from '../state/baseline.ts';
import { useScene } from '../state/scene.tsx';
import { useView } from '../state/view.ts';
import { DifferingEdits } from '../versus/DifferingEdits.tsx';
import { useDifference, useSideLayers } from '../versus/layers.ts';
import { useVersus } from '../versus/outcomes.tsx';
import { AssumptionSheet } from './AssumptionSheet.tsx';
import { EditSheet } from './EditSheet.tsx';
import { FigureSheet } from './FigureSheet.tsx';
import { MapPicture } from './MapPicture.tsx';
import { ProblemSheet } from './ProblemSheet.tsx';
import { usePrinting } from './printing.ts';
import { SheetHead } from './SheetHead.tsx';
import { SourceSheet } from './SourceSheet.tsx';

function MapOfBoth() {
  const { t, text } = useWords();
  const { indicator } = useScene();
  const { sides } = useVersus();
  const difference = useView(view => view.versus === 'difference');
  const layers = useSideLayers();
  const { layer } = useDifference();
  const names = { left: sides.left.title, right: sides.right.title };
  const title = difference
    ? t('versus.differenceTitle', { ...names, indicator: text(indicator.title) })
    : text(indicator.title);
  return (
    <MapPicture
      label={difference ? t('versus.differenceMap', names) : t('versus.bothMaps', names)}
      names={difference ? [] : [names.left, names.right]}
    >
      <Legend layer={difference ? layer : layers.right} title={title} />
    </MapPicture>
  );
}

function Sheet() {
  const { t } = useWords();
  const { sides, outcomes } = useVersus();
  const ground = useOpenScenario();
  if (sides.state !== 'ready' || ground === null) return null;
  const { left, right } = sides;
  const names = { left: left.title, right: right.title };
  const figures =
    outcomes === null ? [] : comparedFigures(panelFigures(outcomes.left), panelFigures(outcomes.right));
  const scenarios = [left.scenario, right.scenario].filter(one => one !== null);
  const same = new Set(scenarios.map(one => JSON.stringify(one.parameters))).size <= 1;
  const notes = [
    ...sides.brought.map(one => t(`versus.brought.${one}`, names)),
    ...(same ? [] : [t('versus.figures.assumptions', names)]),
    ...scenarios.filter(one => one.note !== '').map(one => `${one.title}: ${one.note}`),
  ];
  return (
    <article className="print-sheet" data-testid="print-sheet">
      <SheetHead kind={t('print.comparison')} title={`${left.title} – ${right.title}`} notes={notes} />
      <MapOfBoth />
      <FigureSheet
        columns={[left.title, right.title]}
        figures={figures.map(one => ({ ...one, values: [one.first, one.second] as const }))}
      />
      {scenarios.length === 2 && (
        <section>
          <h2>{t('print.differing')}</h2>
          <DifferingEdits />
        </section>
      )}
      {outcomes !== null &&
        ([left, right] as const).map(
          ({ scenario, title }, k) =>
            scenario !== null &&
            (k === 0 || scenario !== left.scenario) && (
              <ProblemSheet
                key={scenario.id}
                edits={scenario.edits}
                problems={(k === 0 ? outcomes.left : outcomes.right).problems}
                of={title}
              />
            ),
        )}
      {[...new Set(scenarios)].map(({ id, title, edits }) => (
        <EditSheet key={id} edits={edits} heading={t('print.editsOf', { count: edits.length, title })} />
      ))}
      {same ? (
        <AssumptionSheet parameters={ground.parameters} />
      ) : (
        scenarios.map(one => <AssumptionSheet key={one.id} parameters={one.parameters} of={one.title} />)
      )}
      <SourceSheet baseline={ground.baseline} />
    </article>
  );
}

/** Two that are compared on paper; nothing while nothing is printed. */
export function ComparisonSheet() {
  return usePrinting(({ sheet }) => sheet !== null) ? <Sheet /> : null;
}
