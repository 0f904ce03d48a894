import { Button, Dialog, DialogTrigger, Popover, Radio, RadioGroup } from 'react-aria-components';
import { CLASS_METHODS } from '../../core/areas/classes.ts';
import { useReachBound } from '../access/layerWords.ts';
import { WebLegend } from '../access/WebLegend.tsx';
import { Choice } from '../controls/Choice.tsx';
import { Icon } from '../controls/Icon.tsx';
import { Skeleton } from '../controls/Skeleton.tsx';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { FacilitySign } from '../layers/FacilitySign.tsx';
import { isChange, type LayerModel } from '../layers/model.ts';
import { useScene } from '../state/scene.tsx';
import { type ClassMethod, setView, useView } from '../state/view.ts';
import { statusName } from './areaWords.ts';
import { EditLegend } from './EditLegend.tsx';
import { useLayerTitle } from './layerTitle.ts';
import { PatternSwatch } from './PatternSwatch.tsx';

/** A bound as the layer counts: in the unit of the indicator, as a change in share, or as a change of an index. */
function useBoundText(layer: LayerModel): (bound: number) => string {
  const { value, difference } = useWords();
  const { indicator } = useScene();
  const reach = useReachBound();
  return bound => {
    if (layer.kind === 'reach') return reach(bound);
    if (!isChange(layer.kind)) return value(bound, indicator.unit);
    return difference(bound, layer.kind === 'difference' ? 'share' : 'index');
  };
}

/** The bounds of every class in words, lowest first. */
function useClassTexts(layer: LayerModel): string[] {
  const { t } = useWords();
  const write = useBoundText(layer);
  return layer.colours.map((_, k) => {
    const from = layer.breaks[k - 1];
    const to = layer.breaks[k];
    if (isChange(layer.kind) && k === layer.colours.length >> 1) return t('legend.unchanged');
    if (from === undefined && to === undefined) {
      if (layer.range === null) return '';
      const [low, high] = layer.range.map(write);
      return low === high ? t('legend.all', { value: low }) : t('legend.range', { from: low, to: high });
    }
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
function Bounds({ layer, texts }: { layer: LayerModel; texts: readonly string[] }) {
  const { t } = useWords();
  const write = useBoundText(layer);
  const change = isChange(layer.kind);
  return (
    <div className="legend-bounds" aria-hidden="true">
      {layer.breaks.map((bound, k) => {
        // The two bounds around nought are too small to write; the word between them says it.
        const last = layer.breaks.length - 1;
        if (change && (k === last >> 1 || k === (last + 1) >> 1)) return null;
        // A change of an index takes four decimals: the outer bounds say the scale, the classes say the rest.
        if (layer.kind === 'marginal' && k !== 0 && k !== last) return null;
        return (
          <span key={bound} style={{ left: `${((k + 1) / layer.colours.length) * 100}%` }}>
            {write(bound)}
          </span>
        );
      })}
      {change && <span style={{ left: '50%' }}>{t('legend.unchanged')}</span>}
      {layer.breaks.length === 0 && <span style={{ left: '50%' }}>{texts[0]}</span>}
    </div>
  );
}

/** Why there are fewer classes than were asked for. */
function FewerClasses({ layer }: { layer: LayerModel }) {
  const { t } = useWords();
  const asked = useView(view => view.classCount);
  const n = layer.colours.length;
  if ((layer.kind !== 'value' && layer.kind !== 'reach') || layer.range === null || n >= asked) return null;
  return (
    <p className="legend-note quiet">{n === 1 ? t('legend.oneClass') : t('legend.fewer', { n, asked })}</p>
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
      <WebLegend />
      <EditLegend />
    </ul>
  );
}

/** What the colours, patterns and signs on the map mean, in a strip below it that covers nothing; `title` in place of the layer's own. */
export function Legend({ layer, title }: { layer: LayerModel; title?: string }) {
  const { t } = useWords();
  const { year, showing } = useScene();
  const texts = useClassTexts(layer);
  const own = useLayerTitle(layer);
  const waiting = layer.breaks.length === 0 && layer.range === null && showing !== null;
  return (
    <section className="legend" aria-label={t('legend.title')} data-testid="legend">
      <h2 className="legend-title">
        {sentence(title ?? own)}{' '}
        {year !== null && layer.kind !== 'reach' && <span className="quiet">{year}</span>}
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
          <Bounds layer={layer} texts={texts} />
          <FewerClasses layer={layer} />
        </div>
      )}
      <Patterns layer={layer} />
      {!isChange(layer.kind) && <ClassSettings />}
    </section>
  );
}
