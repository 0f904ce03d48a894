import type { Feature } from 'geojson';
import { useMemo, useState } from 'react';
import { Button, Input, Label, ListBox, ListBoxItem, Text, TextField } from 'react-aria-components';
import { Choice } from '../controls/Choice.tsx';
import { Problem } from '../controls/Problem.tsx';
import { Skeleton } from '../controls/Skeleton.tsx';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { FacilitySign } from '../layers/FacilitySign.tsx';
import { boxOf, functionsOf, inOrder, nameOf } from '../layers/facilities.ts';
import { lookAt } from '../map/shared.ts';
import { useScene } from '../state/scene.tsx';
import { usePlaces } from './corrections.ts';
import { usePlaceNames } from './placeWords.ts';
import { selectPlace, usePlaceWork } from './work.ts';

/** What fits on screen; the rest on request. */
const step = 100;
const sorts = ['name', 'function', 'source', 'area'] as const;
type Sort = (typeof sorts)[number];

/** Places with the words, function, source and state that were asked for, in the order that was asked for. */
export function PlaceTable() {
  const { t, language } = useWords();
  const { ground, scope, region } = useScene();
  const { selected } = usePlaceWork();
  const { data, error, refetch } = usePlaces(ground, scope);
  const [words, setWords] = useState('');
  const [only, setOnly] = useState('');
  const [source, setSource] = useState('');
  const [state, setState] = useState('');
  const [sort, setSort] = useState<Sort>('name');
  const [shown, setShown] = useState(step);
  const names = usePlaceNames();
  const all = data?.features;

  const found = useMemo(() => {
    const compare = new Intl.Collator(language, { numeric: true }).compare;
    const wanted = words.trim().toLowerCase();
    const keyOf = (place: Feature) =>
      sort === 'function'
        ? names.functions(place)
        : sort === 'source'
          ? names.source(place)
          : names.title(place);
    return (all ?? [])
      .filter(
        place =>
          (wanted === '' || names.title(place).toLowerCase().includes(wanted)) &&
          (only === '' || functionsOf(place).includes(only)) &&
          (source === '' || place.properties?.source === source) &&
          (state === '' || place.properties?.corrected === (state === 'corrected')),
      )
      .sort((a, b) => {
        if (sort === 'area') return (b.properties?.areaM2 ?? -1) - (a.properties?.areaM2 ?? -1);
        return compare(keyOf(a), keyOf(b)) || compare(names.title(a), names.title(b));
      });
  }, [all, words, only, source, state, sort, names, language]);

  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (all === undefined) return <Skeleton lines={8} />;
  const functions = inOrder(region.facilities.flatMap(one => one.functions));
  return (
    <div className="places-list" data-testid="places">
      <TextField value={words} onChange={setWords}>
        <Label className="field-label">{t('places.search')}</Label>
        <Input className="input" type="search" />
      </TextField>
      <div className="places-filters">
        <Choice
          label={t('places.function')}
          options={[
            { id: '', title: t('places.all') },
            ...functions.map(id => ({ id, title: sentence(t(`facility.${id}`, { defaultValue: id })) })),
          ]}
          value={only}
          onChange={setOnly}
        />
        <Choice
          label={t('places.source')}
          options={[
            { id: '', title: t('places.all') },
            ...region.facilities.map(one => ({ id: one.id, title: names.sourceTitle(one.id) })),
          ]}
          value={source}
          onChange={setSource}
        />
        <Choice
          label={t('places.state')}
          options={[
            { id: '', title: t('places.all') },
            { id: 'corrected', title: t('places.corrected') },
            { id: 'original', title: t('places.original') },
          ]}
          value={state}
          onChange={setState}
        />
        <Choice
          label={t('places.sort')}
          options={sorts.map(id => ({ id, title: t(`places.sorts.${id}`) }))}
          value={sort}
          onChange={id => setSort(sorts.find(one => one === id) ?? 'name')}
        />
      </div>
      <p className="quiet" role="status">
        {t('places.found', { count: found.length })}
      </p>
      <ListBox
        className="places-rows"
        aria-label={t('places.title')}
        selectionMode="single"
        selectedKeys={selected === null ? [] : [selected]}
        items={found.slice(0, shown).map(place => ({ id: String(place.id), place }))}
        renderEmptyState={() => <p className="quiet">{t('places.none')}</p>}
        onSelectionChange={keys => {
          const [id] = keys === 'all' ? [] : [...keys];
          const place = found.find(one => one.id === id);
          if (place === undefined) return;
          selectPlace(String(place.id));
          lookAt(boxOf(place));
        }}
      >
        {({ id, place }) => (
          <ListBoxItem id={id} textValue={names.title(place)} className="place-row">
            <FacilitySign name={functionsOf(place)[0] ?? ''} />
            <Text slot="label">
              {nameOf(place) ?? <em>{names.title(place)}</em>}
              {place.properties?.corrected === true && (
                <span className="pill">{t('places.correctedMark')}</span>
              )}
            </Text>
            <Text slot="description" className="quiet">
              {names.functions(place)} · {names.source(place)}
            </Text>
          </ListBoxItem>
        )}
      </ListBox>
      {found.length > shown && (
        <Button className="link-button" onPress={() => setShown(shown + step)}>
          {t('places.more', { count: found.length - shown })}
        </Button>
      )}
    </div>
  );
}
