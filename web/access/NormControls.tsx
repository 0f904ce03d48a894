import { Button } from 'react-aria-components';
import { Choice } from '../controls/Choice.tsx';
import { SteppedNumber } from '../controls/SteppedNumber.tsx';
import { sentence } from '../i18n/format.ts';
import { FunctionsField } from '../layers/FunctionsField.tsx';
import { inOrder } from '../layers/facilities.ts';
import { useScene } from '../state/scene.tsx';
import { setView } from '../state/view.ts';
import { agesText, chooseNorm, reachNorms, useRule } from './rule.ts';
import { useAccessWords } from './words.ts';

/** Ages that norms and schools have. */
const AGES = ['all', '0-2', '3-5', '0-5', '6-11', '12-14', '12-17'];
const MOST_METRES = 10_000;
const MOST_M2 = 10_000_000;

/** The norm, chosen from the presets, and what a planner changes of it. */
export function NormControls() {
  const { t, text, ages } = useAccessWords();
  const { region } = useScene();
  const { norm, rule, changed } = useRule();
  const functions = inOrder(region.facilities.flatMap(one => one.functions));
  const groups = [...new Set([...AGES, agesText(rule.ages)])].map(id => {
    const [from = 0, to = 0] = id.split('-').map(Number);
    return { id, title: sentence(ages(id === 'all' ? null : { from, to })) };
  });
  return (
    <section className="access-controls" aria-label={t('access.controls')}>
      <Choice
        label={t('access.norm')}
        options={reachNorms.map(one => ({
          id: one.id,
          title: sentence(text(one.title)),
          detail: text(one.source),
        }))}
        value={norm.id}
        onChange={chooseNorm}
      />
      <SteppedNumber
        label={t('access.within')}
        value={rule.withinM}
        least={0}
        most={MOST_METRES}
        step={50}
        onChange={withinM => setView({ withinM })}
      />
      <SteppedNumber
        label={t('access.minArea')}
        value={rule.minAreaM2 ?? 0}
        least={0}
        most={MOST_M2}
        step={100}
        onChange={minAreaM2 => setView({ minAreaM2 })}
      />
      <Choice
        label={t('access.ages')}
        options={groups}
        value={agesText(rule.ages)}
        onChange={id => setView({ ages: id })}
      />
      <FunctionsField
        label={t('access.functions')}
        functions={functions}
        value={rule.functions}
        onChange={chosen => chosen.length > 0 && setView({ reachFunctions: chosen })}
      />
      <p className="quiet access-source">
        {changed ? t('access.changed') : t('access.source', { source: text(norm.source) })}{' '}
        {changed && (
          <Button className="link-button" onPress={() => chooseNorm(norm.id)}>
            {t('access.reset')}
          </Button>
        )}
      </p>
    </section>
  );
}
