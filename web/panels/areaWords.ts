import { useMemo } from 'react';
import { classOf } from '../../core/areas/classes.ts';
import { VALUE_STATUS, type ValueStatusName } from '../../core/areas/types.ts';
import { useWords } from '../i18n/words.ts';
import type { LayerModel } from '../layers/model.ts';
import { useScene } from '../state/scene.tsx';

const statusNames = Object.entries(VALUE_STATUS) as [ValueStatusName, number][];

export const statusName = (status: number): Exclude<ValueStatusName, 'ok'> => {
  const name = statusNames.find(([, code]) => code === status)?.[0] ?? 'missing';
  return name === 'ok' ? 'missing' : name;
};

/** The figure of an area in words, short for a card and long for a screen reader. */
export function useAreaWords(layer: LayerModel) {
  const words = useWords();
  const { values, areas, indicator } = useScene();
  return useMemo(() => {
    const { t, value, text } = words;
    const valueText = (index: number): string => {
      const status = values?.status[index] ?? VALUE_STATUS.missing;
      const number = values?.value[index] ?? Number.NaN;
      if (status !== VALUE_STATUS.ok || Number.isNaN(number)) return t(`status.${statusName(status)}`);
      return value(number, indicator.unit);
    };
    const classText = (index: number): string => {
      const of = layer.colours.length;
      const n = classOf(values?.value[index] ?? Number.NaN, layer.breaks) + 1;
      if (n === 1) return t('map.classLowest');
      return n === of ? t('map.classHighest') : t('map.classOf', { n, of });
    };
    const announcement = (index: number): string => {
      const name = areas?.names[index] ?? '';
      const status = values?.status[index] ?? VALUE_STATUS.missing;
      if (status !== VALUE_STATUS.ok)
        return t('map.announceNo', { name, status: t(`status.${statusName(status)}`) });
      const spoken = valueText(index).replace(/\s?%/, ` ${t('map.percent')}`);
      return t('map.announce', {
        name,
        value: spoken,
        noun: text(indicator.numerator),
        class: classText(index),
      });
    };
    return { valueText, announcement };
  }, [words, values, areas, indicator, layer.breaks, layer.colours]);
}
