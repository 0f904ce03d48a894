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

/** The bounds between the classes, under the seams of the colour bar. */
function Bounds({ layer }: { layer: LayerModel }) {
  const { t, value, difference } = useWords();
  const { indicator } = useScene();
  return (
    <div className="legend-bounds" aria-hidden="true">
      {layer.breaks.map((bound, k) => {
        const change = layer.kind === 'difference';
        // The two bounds around nought are too small to write; the word between them says it.
        if (change && Math.abs(bound) < 0.001) return null;
        return (
          <span key={bound} style={{ left: `${((k + 1) / layer.colours.length) * 100}%` }}>
            {change ? difference(bound, 'share') : value(bound, indicator.unit)}
          </span>
        );
      })}
      {layer.kind === 'difference' && <span style={{ left: '50%' }}>{t('legend.unchanged')}</span>}
    </div>
  );
}

function Patterns({ layer }: { layer: LayerModel }) {
  const { t } = useWords();
  const { showing } = useScene();
  const facilities = useView(view => view.facilities);
  return (
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
          <FacilitySign name={one} />
          {t(`facility.${one}`, { defaultValue: one })}
        </li>
      ))}
    </ul>
  );
}

/** What the colours, patterns and signs on the map mean, in a strip below it that covers nothing. */
export function Legend({ layer }: { layer: LayerModel }) {
  const { t, text } = useWords();
  const { indicator, year, showing } = useScene();
  const texts = useClassTexts(layer);
  const name = text(indicator.title);
  const title = layer.kind === 'difference' ? t('legend.differenceTitle', { indicator: name }) : name;
  const waiting = layer.breaks.length === 0 && layer.range === null && showing !== null;
  return (
    <section className="legend" aria-label={t('legend.title')} data-testid="legend">
      <h2 className="legend-title">
        {sentence(title)} {year !== null && <span className="quiet">{year}</span>}
      </h2>
      {waiting ? (
        <Skeleton lines={1} />
      ) : (
        <div className="legend-scale">
          <ul className="legend-classes">
            {layer.colours.map((colour, k) => (
              <li key={texts[k]} style={{ background: colour }} title={texts[k]}>
                <span className="unseen">{texts[k]}</span>
              </li>
            ))}
          </ul>
          <Bounds layer={layer} />
        </div>
      )}
      <Patterns layer={layer} />
      {layer.kind === 'value' && <ClassSettings />}
    </section>
  );
}
