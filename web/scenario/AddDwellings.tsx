import { type FormEvent, useState } from 'react';
import { Button, Group, Input, Label, NumberField } from 'react-aria-components';
import { MAX_DWELLINGS } from '../../core/scenario/homes.ts';
import { announce } from '../controls/Announcer.tsx';
import { Icon } from '../controls/Icon.tsx';
import { useWords } from '../i18n/words.ts';
import { pin } from '../shell/choose.ts';
import { useScene } from '../state/scene.tsx';
import { select } from '../state/selection.ts';
import { codesOutside } from './outside.ts';
import { addToAreas } from './steps.ts';

/** The three areas in scope with the lowest share, as an example to start from. */
function useExample(): readonly string[] {
  const { areas, values, inside } = useScene();
  if (areas === undefined || values === undefined) return [];
  return [...inside.keys()]
    .filter(i => inside[i] === 1 && Number.isFinite(values.value[i]) && (values.denominator[i] ?? 0) > 0)
    .sort((a, b) => (values.value[a] ?? 0) - (values.value[b] ?? 0))
    .slice(0, 3)
    .flatMap(i => areas.codes[i] ?? []);
}

/** N social dwellings for each selected area. */
export function AddDwellings({ scenario, codes }: { scenario: string; codes: readonly string[] }) {
  const { t, count } = useWords();
  const { level, areas, inside } = useScene();
  const outside = areas === undefined ? 0 : codesOutside(areas, inside, codes).length;
  const [dwellings, setDwellings] = useState(20);
  const example = useExample();
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (codes.length === 0 || dwellings <= 0) return;
    addToAreas(scenario, codes, dwellings);
    const all = dwellings * codes.length;
    const added = t('scenario.added', { count: all, number: count(all) });
    announce(outside === 0 ? added : `${added} ${t('scenario.outsideChosen', { count: outside })}`);
    select(level, []);
    // The figures of what was chosen make room for the effect.
    pin(null);
  };
  return (
    <form className="add-dwellings" onSubmit={add} aria-label={t('scenario.addTitle')}>
      <NumberField
        value={dwellings}
        onChange={next => setDwellings(Number.isNaN(next) ? 0 : Math.round(next))}
        minValue={0}
        maxValue={MAX_DWELLINGS}
        step={1}
        className="number"
        data-add-dwellings
      >
        <Label className="field-label">{t('scenario.addCount')}</Label>
        <Group className="number-group">
          <Button slot="decrement" className="icon-button">
            <Icon name="minus" size={14} />
          </Button>
          <Input className="input" />
          <Button slot="increment" className="icon-button">
            <Icon name="plus" size={14} />
          </Button>
        </Group>
      </NumberField>
      <Button type="submit" className="button primary" isDisabled={codes.length === 0 || dwellings <= 0}>
        {t('scenario.addTo', { count: codes.length })}
      </Button>
      {outside > 0 && <p className="note">{t('scenario.outsideChosen', { count: outside })}</p>}
      {codes.length === 0 && (
        <p className="quiet">
          {t('scenario.addNothing')}{' '}
          <Button
            className="link-button"
            isDisabled={example.length === 0}
            onPress={() => select(level, example)}
          >
            {t('scenario.addExample')}
          </Button>
        </p>
      )}
    </form>
  );
}
