import { Button } from 'react-aria-components';
import { codePositions } from '../../core/areas/hierarchy.ts';
import { denominatorTitle } from '../../core/areas/indicator.ts';
import { VALUE_STATUS } from '../../core/areas/types.ts';
import { useWords } from '../i18n/words.ts';
import { AddEdit } from '../scenario/AddEdit.tsx';
import { AddSite } from '../scenario/AddSite.tsx';
import { FacilityEdits } from '../scenario/FacilityEdits.tsx';
import { useScene } from '../state/scene.tsx';
import { select, selectedCodes } from '../state/selection.ts';
import { useView } from '../state/view.ts';
import { RuleSelect } from './RuleSelect.tsx';

/** The selection taken together: numerators and denominators are summed, never the ratios. */
function useTotals() {
  const { t, text, count, value, decimal } = useWords();
  const { areas, values, indicator, level } = useScene();
  const selection = useView(view => view.selection);
  const codes = selectedCodes(selection, level);
  if (areas === undefined || values === undefined || codes.length === 0) return null;
  if (values.basis === 'published_ratio') return null;
  const at = codePositions(areas);
  let numerator = 0;
  let denominator = 0;
  let hectare = 0;
  let without = 0;
  for (const code of codes) {
    const index = at.get(code);
    if (index === undefined || values.status[index] !== VALUE_STATUS.ok) {
      without++;
      continue;
    }
    numerator += values.numerator[index] ?? 0;
    denominator += values.denominator[index] || 0;
    hectare += areas.areaHa[index] ?? 0;
  }
  const noun = text(indicator.numerator);
  const whole = denominatorTitle(indicator, values.source?.counts);
  const partly = without === 0 ? null : t('selection.partly', { count: without });
  if (indicator.kind === 'count' || whole === null) {
    return { figure: count(numerator), parts: noun, partly };
  }
  const density = indicator.kind === 'density';
  const below = density ? hectare : denominator;
  return {
    figure: below > 0 ? value(numerator / below, indicator.unit) : '–',
    parts: density
      ? t('area.per', { numerator: count(numerator), noun, hectare: decimal(hectare, 1) })
      : t('area.of', {
          numerator: count(numerator),
          denominator: count(denominator),
          noun: text(whole),
        }),
    partly,
  };
}

export function SelectionPanel() {
  const { t } = useWords();
  const { level } = useScene();
  const selection = useView(view => view.selection);
  const scenario = useView(view => (view.place === 'scenario' ? view.scenario : null));
  const codes = selectedCodes(selection, level);
  const totals = useTotals();
  return (
    <section className="panel selection-panel" aria-label={t('selection.title')} data-testid="selection">
      <header className="panel-head">
        <h2>{t('selection.title')}</h2>
        <span className="pill" data-testid="selection-count">
          {t('selection.count', { count: codes.length })}
        </span>
        {codes.length > 0 && (
          <Button className="link-button" onPress={() => select(level, [])}>
            {t('selection.clear')}
          </Button>
        )}
      </header>
      {scenario !== null && <p className="quiet">{t('selection.chooseHelp')}</p>}
      {totals !== null && (
        <p className="selection-total">
          <strong>{totals.figure}</strong> <span className="quiet">{totals.parts}</span>
          {totals.partly !== null && <span className="quiet"> · {totals.partly}</span>}
        </p>
      )}
      {scenario !== null && <AddEdit scenario={scenario} codes={codes} />}
      <RuleSelect />
      {scenario !== null && <AddSite scenario={scenario} />}
      {scenario !== null && <FacilityEdits scenario={scenario} />}
    </section>
  );
}
