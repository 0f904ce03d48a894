import { useState } from 'react';
import { Button, Input, NumberField } from 'react-aria-components';
import { announce } from '../controls/Announcer.tsx';
import { Choice } from '../controls/Choice.tsx';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import { select } from '../state/selection.ts';

type Side = 'above' | 'below';

/** Places of the areas in scope whose value lies above or below a bound; NaN lies nowhere. */
export function areasByRule(value: Float64Array, inside: Uint8Array, side: Side, bound: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < inside.length; i++) {
    const one = value[i] ?? Number.NaN;
    if (inside[i] === 1 && (side === 'above' ? one > bound : one < bound)) found.push(i);
  }
  return found;
}

/** "All areas above 20 %": selects many at once. */
export function RuleSelect() {
  const { t, text } = useWords();
  const { areas, values, inside, indicator, level } = useScene();
  const [side, setSide] = useState<Side>('above');
  const share = indicator.unit === 'share';
  const [bound, setBound] = useState(20);
  const apply = () => {
    if (areas === undefined || values === undefined) return;
    const found = areasByRule(values.value, inside, side, share ? bound / 100 : bound);
    const codes = found.flatMap(i => areas.codes[i] ?? []);
    select(level, codes);
    announce(t('selection.count', { count: codes.length }));
  };
  return (
    <details className="fold">
      <summary>{t('selection.rule')}</summary>
      <div className="rule">
        <Choice
          quiet
          label={t('selection.rule')}
          value={side}
          options={[
            { id: 'above', title: t('selection.ruleAbove') },
            { id: 'below', title: t('selection.ruleBelow') },
          ]}
          onChange={id => setSide(id === 'below' ? 'below' : 'above')}
        />
        <NumberField
          aria-label={t('selection.ruleValue')}
          value={bound}
          onChange={next => setBound(Number.isNaN(next) ? 0 : next)}
          minValue={0}
          formatOptions={{ maximumFractionDigits: 2, useGrouping: false }}
          className="number"
        >
          <Input className="input" />
        </NumberField>
        {share && <span>%</span>}
        <Button className="button" onPress={apply} isDisabled={values === undefined}>
          {t('selection.ruleApply')}
        </Button>
      </div>
      <p className="quiet">{text(indicator.title)}</p>
    </details>
  );
}
