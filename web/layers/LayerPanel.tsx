import { Button, Radio, RadioGroup } from 'react-aria-components';
import { PlaceAgesChoice } from '../access/PlaceAgesChoice.tsx';
import { ReachLayerChoice } from '../access/ReachLayerChoice.tsx';
import { WebLayer } from '../access/WebLayer.tsx';
import { Choice } from '../controls/Choice.tsx';
import { Icon } from '../controls/Icon.tsx';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { chooseLevel } from '../shell/choose.ts';
import { useScene } from '../state/scene.tsx';
import { setView, useView } from '../state/view.ts';
import { availableOf } from './availability.ts';
import { FunctionsField } from './FunctionsField.tsx';
import { inOrder } from './facilities.ts';
import { ShowingNote } from './ShowingNote.tsx';

/** Indicators by theme; one without any values is not offered. */
function Indicators() {
  const { t, text } = useWords();
  const { indicators, indicator } = useScene();
  const reach = useView(view => view.reachLayer);
  const offered = indicators.filter(one => availableOf(one, indicators).length > 0);
  const themes = [...new Set(offered.map(one => one.theme))];
  return (
    <RadioGroup
      className="indicators"
      value={reach === null ? indicator.id : null}
      onChange={id => setView({ indicator: id ?? indicator.id, reachLayer: null })}
      aria-label={t('layers.indicator')}
    >
      {themes.map(theme => (
        <div key={theme} className="indicator-theme" data-theme-name={theme}>
          <h3>{t(`layers.themes.${theme}`)}</h3>
          {offered
            .filter(one => one.theme === theme)
            .map(one => (
              <Radio key={one.id} value={one.id} className="radio">
                <span className="radio-mark" />
                {sentence(text(one.title))}
              </Radio>
            ))}
        </div>
      ))}
    </RadioGroup>
  );
}

function YearStepper() {
  const { t } = useWords();
  const { year, showing } = useScene();
  const years = showing?.years ?? [];
  const place = year === null ? -1 : years.indexOf(year);
  const step = (by: number) => {
    const next = years[place + by];
    if (next !== undefined) setView({ year: next });
  };
  return (
    <fieldset className="stepper" aria-label={t('layers.year')}>
      <span className="field-label">{t('layers.year')}</span>
      <div className="stepper-row">
        <Button
          className="icon-button"
          aria-label={t('layers.previousYear')}
          isDisabled={place <= 0}
          onPress={() => step(-1)}
        >
          <Icon name="chevronLeft" size={16} />
        </Button>
        <output className="stepper-value" aria-live="polite" data-testid="year">
          {year ?? '–'}
        </output>
        <Button
          className="icon-button"
          aria-label={t('layers.nextYear')}
          isDisabled={place < 0 || place >= years.length - 1}
          onPress={() => step(1)}
        >
          <Icon name="chevronRight" size={16} />
        </Button>
      </div>
    </fieldset>
  );
}

function Facilities() {
  const { t } = useWords();
  const { region } = useScene();
  const shown = useView(view => view.facilities);
  const functions = inOrder(region.facilities.flatMap(one => one.functions));
  if (functions.length === 0) return <p className="quiet">{t('layers.noFacilities')}</p>;
  return (
    <>
      <FunctionsField
        label={t('layers.facilities')}
        functions={functions}
        value={shown}
        onChange={facilities => setView({ facilities })}
      />
      <PlaceAgesChoice />
      <WebLayer />
    </>
  );
}

/** The left column of the map: which figure, of which areas, of which year, and which places beside it. */
export function LayerPanel() {
  const { t, text, count } = useWords();
  const { levels, chosenLevel } = useScene();
  const options = levels.map(level => ({
    id: level.id,
    title: sentence(text(level.title)),
    detail: count(level.count),
  }));
  return (
    <section className="panel" aria-label={t('layers.panel')}>
      <h2 className="panel-title">{t('layers.indicator')}</h2>
      <Indicators />
      <ReachLayerChoice />
      <div className="field-row">
        <Choice
          label={t('layers.level')}
          options={options}
          value={chosenLevel}
          onChange={id => {
            const level = levels.find(one => one.id === id);
            if (level !== undefined) chooseLevel(level.id);
          }}
        />
        <YearStepper />
      </div>
      <ShowingNote />
      <Facilities />
    </section>
  );
}
