import { useMemo } from 'react';
import { classOf } from '../../core/areas/classes.ts';
import { VALUE_STATUS, type ValueStatusName } from '../../core/areas/types.ts';
import { directionOf } from '../../core/scenario/figures.ts';
import { verdictOf } from '../../core/scenario/verdict.ts';
import { useReachAreaWords } from '../access/layerWords.ts';
import { useWords } from '../i18n/words.ts';
import { type AreaWords, isChange, type LayerModel } from '../layers/model.ts';
import { useEvaluation } from '../scenario/evaluation.tsx';
import { useMarginal } from '../scenario/marginal.tsx';
import { useScene } from '../state/scene.tsx';
import { useLayerTitle } from './layerTitle.ts';
import { usePartsText } from './parts.ts';

const statusNames = Object.entries(VALUE_STATUS) as [ValueStatusName, number][];

export const statusName = (status: number): Exclude<ValueStatusName, 'ok'> => {
  const name = statusNames.find(([, code]) => code === status)?.[0] ?? 'missing';
  return name === 'ok' ? 'missing' : name;
};

/** The words of the two maps that show what is now: as published. */
function usePresentWords(what: string): (index: number) => AreaWords {
  const { t, value } = useWords();
  const { values, areas, indicator } = useScene();
  const parts = usePartsText();
  return useMemo(
    () => index => {
      const status = values?.status[index] ?? VALUE_STATUS.missing;
      const number = values?.value[index] ?? Number.NaN;
      if (values === undefined || areas === undefined || status !== VALUE_STATUS.ok || Number.isNaN(number)) {
        return { figure: t(`status.${statusName(status)}`), what, detail: '' };
      }
      return { figure: value(number, indicator.unit), what, detail: parts(values, areas, index) };
    },
    [t, value, values, areas, indicator, parts, what],
  );
}

/** The words of a scenario's maps: after, difference, and what ten more would do; null beyond its scope. */
function useScenarioWords(kind: LayerModel['kind'], what: string): (index: number) => AreaWords | null {
  const { t, count, share, index: write, difference } = useWords();
  const { result, places } = useEvaluation();
  const marginal = useMarginal();
  return useMemo(
    () => index => {
      const k = places.get(index);
      if (result === null || k === undefined) return null;
      if (kind === 'marginal') {
        const change = marginal?.change(index) ?? Number.NaN;
        if (marginal === null || Number.isNaN(change)) return null;
        const verdict = t(`scenario.marginalVerdict.${verdictOf(change, directionOf(marginal.index))}`);
        const from = write(marginal.value);
        const to = write(marginal.value + change);
        return {
          figure: difference(change, 'index'),
          what,
          detail: t('map.indexParts', { from, to, verdict }),
        };
      }
      const at = (column: Float64Array) => column[k] ?? 0;
      const { socialBefore, totalBefore, socialAfter, totalAfter } = result.areas;
      const after = at(socialAfter) / at(totalAfter);
      if (Number.isNaN(after)) return null;
      const before = at(totalBefore) === 0 ? 0 : at(socialBefore) / at(totalBefore);
      return {
        figure: kind === 'after' ? share(after) : difference(after - before, 'share'),
        what,
        detail: t('map.scenarioParts', {
          socialBefore: count(at(socialBefore)),
          totalBefore: count(at(totalBefore)),
          socialAfter: count(at(socialAfter)),
          totalAfter: count(at(totalAfter)),
        }),
      };
    },
    [t, count, share, write, difference, result, places, marginal, kind, what],
  );
}

/** An area in words, the same for the card beside the pointer or the focus and for a screen reader. */
export function useAreaWords(layer: LayerModel) {
  const words = useWords();
  const { values, areas, indicator, inside } = useScene();
  const { kind } = layer;
  const what = useLayerTitle(layer);
  const present = usePresentWords(what);
  const scenario = useScenarioWords(kind, what);
  const reach = useReachAreaWords();
  return useMemo(() => {
    const { t, text } = words;
    const of = (index: number): AreaWords => {
      if (reach !== null && kind === 'reach') return reach(index);
      if (kind === 'value' || kind === 'before') return present(index);
      const said = scenario(index);
      if (said !== null) return said;
      const { figure } = present(index);
      // Beyond the scope a scenario says nothing; there the map shows what is now, or no colour at all.
      const now = isChange(kind) ? '' : t('map.nowFigure', { figure });
      return inside[index] === 1
        ? { figure, what, detail: '' }
        : { figure: t('map.outside'), what: '', detail: now };
    };
    const classText = (index: number): string => {
      const of = layer.colours.length;
      const n = classOf(values?.value[index] ?? Number.NaN, layer.breaks) + 1;
      if (n === 1) return t('map.classLowest');
      return n === of ? t('map.classHighest') : t('map.classOf', { n, of });
    };
    const aloud = (written: string) =>
      written.replace(/\s?%/g, ` ${t('map.percent')}`).replace(/\s?pp/g, ` ${t('map.points')}`);
    const announcement = (index: number): string => {
      const name = areas?.names[index] ?? '';
      if (kind !== 'value') {
        const { figure, what, detail } = of(index);
        return t('map.announceShown', {
          name,
          says: aloud([figure, what, detail].filter(Boolean).join(', ')),
        });
      }
      const status = values?.status[index] ?? VALUE_STATUS.missing;
      if (status !== VALUE_STATUS.ok)
        return t('map.announceNo', { name, status: t(`status.${statusName(status)}`) });
      return t('map.announce', {
        name,
        value: aloud(present(index).figure),
        noun: text(indicator.numerator),
        class: classText(index),
      });
    };
    return { of, announcement };
  }, [
    words,
    values,
    areas,
    indicator,
    inside,
    kind,
    layer.breaks,
    layer.colours,
    what,
    present,
    scenario,
    reach,
  ]);
}
