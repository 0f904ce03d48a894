import type { Feature } from 'geojson';
import { useMemo } from 'react';
import type { FieldValue } from '../../core/facilities/correction.ts';
import { middleOf } from '../../core/facilities/moved.ts';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { functionsOf, nameOf } from '../layers/facilities.ts';
import { spotText } from '../scenario/coordinates.ts';
import { useScene } from '../state/scene.tsx';

/** What places, functions and sources are called. */
export function usePlaceNames() {
  const { t } = useWords();
  const { region } = useScene();
  return useMemo(() => {
    const list = (functions: readonly string[]) =>
      functions.map(id => t(`facility.${id}`, { defaultValue: id })).join(', ');
    const sourceTitle = (id: string) =>
      id === 'added'
        ? t('places.addedHere')
        : (region.facilities.find(one => one.id === id)?.source.title ?? id);
    return {
      list,
      functions: (place: Feature) => list(functionsOf(place)),
      title: (place: Feature) => nameOf(place) ?? sentence(list(functionsOf(place))),
      sourceTitle,
      source: (place: Feature) => sourceTitle(String(place.properties?.source)),
    };
  }, [t, region]);
}

/** What a field of a correction is called, and how its values are written. */
export function useFieldWords() {
  const { t, count } = useWords();
  const names = usePlaceNames();
  const attribute = (id: string) => t(`attribute.title.${id as 'minAge'}`, { defaultValue: id });
  return {
    attribute,
    field: (field: string): string => {
      if (field.startsWith('attributes.')) return attribute(field.slice('attributes.'.length));
      if (field.startsWith('distinct.'))
        return t('places.fields.distinct', { other: field.slice('distinct.'.length) });
      return t(`places.fields.${field as 'name'}`, { defaultValue: field });
    },
    value: (field: string, value: FieldValue): string => {
      if (value === null) return t('places.nothing');
      if (value === true) return t('places.yes');
      if (value === false) return t('places.no');
      if (field === 'functions') return names.list(value as string[]);
      if (field === 'areaM2') return `${count(Number(value))} m²`;
      if (typeof value === 'object' && 'type' in value) {
        const [lon, lat] = middleOf(value);
        return spotText({ lon, lat });
      }
      if (value === 'yes' || value === 'no' || value === 'limited') return t(`attribute.choice.${value}`);
      return String(value);
    },
  };
}
