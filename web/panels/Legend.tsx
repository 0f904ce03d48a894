import { Button, Dialog, DialogTrigger, Popover, Radio, RadioGroup } from 'react-aria-components';
import { CLASS_METHODS } from '../../core/areas/classes.ts';
import { Choice } from '../controls/Choice.tsx';
import { Icon } from '../controls/Icon.tsx';
import { Skeleton } from '../controls/Skeleton.tsx';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { FacilitySign } from '../layers/FacilitySign.tsx';
import type { LayerModel } from '../layers/model.ts';
import { useScene } from '../state/scene.tsx';
import { type ClassMethod, setView, useView } from '../state/view.ts';
import { statusName } from './areaWords.ts';
import { PatternSwatch } from './PatternSwatch.tsx';

/** The bounds of every class in words, lowest first. */
function useClassTexts(layer: LayerModel): string[] {
  const { t, value, difference } = useWords();
  const { indicator } = useScene();
  const write = (bound: number) =>
    layer.kind === 'difference' ? difference(bound, 'share') : value(bound, indicator.unit);
  return layer.colours.map((_, k) => {
    const from = layer.breaks[k - 1];
    const to = layer.breaks[k];
    if (layer.kind === 'difference' && k === layer.colours.length >> 1) return t('legend.unchanged');
    if (from === undefined && to === undefined) return layer.range === null ? '' : write(layer.range[0]);
    if (from === undefined) return t('legend.below', { to: write(to ?? 0) });
    if (to === undefined) return t('legend.from', { from: write(from) });
    return t('legend.range', { from: write(from), to: write(to) });
  });
}

function ClassSettings() {
  const { t } = useWords();
  const method = useView(view => view.method);
  const count = useView(view => view.classCount);
  return (
    <DialogTrigger>
      <Button className="icon-button" aria-label={t('legend.edit')}>
        <Icon name="sliders" size={16} />
      </Button>
      <Popover className="popover" placement="top end" offset={6}>
        <Dialog className="class-dialog" aria-label={t('legend.edit')}>
          <RadioGroup
            aria-label={t('legend.method')}
            value={method}
            onChange={chosen => setView({ method: chosen as ClassMethod })}
          >
            <span className="field-label">{t('legend.method')}</span>
            {CLASS_METHODS.map(one => (
              <Radio key={one} value={one} className="radio">
                <span className="radio-mark" />
                <span>
                  {sentence(t(`legend.${one}`))}
                  <small>{t(`legend.${one}Help`)}</small>
                </span>
              </Radio>
            ))}
          </RadioGroup>
          <Choice
            label={t('legend.count')}
            value={String(count)}
            options={['5', '6', '7'].map(id => ({ id, title: id }))}
            onChange={id => setView({ classCount: Number(id) })}
          />
          <p className="quiet">{t('legend.fixed')}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** What the colours, patterns and signs on the map mean. */
export function Legend({ layer }: { layer: LayerModel }) {
  const { t, text } = useWords();
  const { indicator, year, values, showing } = useScene();
  const facilities = useView(view => view.facilities);
  const texts = useClassTexts(layer);
  const title =
    layer.kind === 'difference'
      ? t('legend.differenceTitle', { indicator: text(indicator.title) })
      : text(indicator.title);
  return (
    <section className="legend" aria-label={t('legend.title')}>
      <header className="legend-head">
        <h2>
          {sentence(title)}
          {year !== null && <span className="quiet"> {year}</span>}
        </h2>
        {layer.kind === 'value' && <ClassSettings />}
      </header>
      {layer.paint === null && values === undefined && showing !== null ? (
        <Skeleton lines={4} />
      ) : (
        <ul className="legend-classes">
          {layer.colours.map((colour, k) => (
            <li key={texts[k]}>
              <span className="swatch" style={{ background: colour }} />
              {texts[k]}
            </li>
          ))}
        </ul>
      )}
      <ul className="legend-patterns">
        {layer.statuses.map(status => (
          <li key={status}>
            <PatternSwatch name={statusName(status)} />
            {t(`status.${statusName(status)}`)}
          </li>
        ))}
        {showing?.as === 'coarser' && (
          <li>
            <PatternSwatch name="coarser" />
            {t('layers.coarser')}
          </li>
        )}
        {facilities.map(one => (
          <li key={one}>
            <span className="swatch sign">
              <FacilitySign name={one} />
            </span>
            {t(`facility.${one}`, { defaultValue: one })}
          </li>
        ))}
      </ul>
    </section>
  );
}
