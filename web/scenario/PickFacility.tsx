import { useMemo, useState } from 'react';
import { Input, Label, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { Choice } from '../controls/Choice.tsx';
import { Problem } from '../controls/Problem.tsx';
import { Skeleton } from '../controls/Skeleton.tsx';
import { useFacilitiesIn } from '../data/queries.ts';
import { useWords } from '../i18n/words.ts';
import { inOrder } from '../layers/facilities.ts';
import { useScene } from '../state/scene.tsx';
import { chooseFacility, facilityOf } from './chosenFacility.ts';
import { useFacilityName } from './facilityWords.ts';

/** What fits in a panel; the rest is found by its name. */
const MOST = 30;

/** The places of one kind in scope, by name, as a list for whoever does not click on the map. */
export function PickFacility() {
  const { t, language } = useWords();
  const { ground, region, scope } = useScene();
  const functions = useMemo(() => inOrder(region.facilities.flatMap(one => one.functions)), [region]);
  const [kind, setKind] = useState(functions[0] ?? 'play');
  const [text, setText] = useState('');
  const nameOf = useFacilityName();
  const { data, error, refetch } = useFacilitiesIn(ground, [kind], scope);
  const collator = new Intl.Collator(language, { numeric: true });
  const sought = text.trim().toLocaleLowerCase(language);
  const found = (data?.features ?? [])
    .map(facilityOf)
    .map(facility => ({ facility, name: nameOf(facility) }))
    .filter(({ name }) => name.toLocaleLowerCase(language).includes(sought))
    .sort(
      (a, b) =>
        Number(a.facility.name === null) - Number(b.facility.name === null) ||
        collator.compare(a.name, b.name),
    );
  const shown = found.slice(0, MOST);
  const pick = (id: string) => {
    const one = shown.find(({ facility }) => facility.id === id)?.facility;
    if (one !== undefined) chooseFacility(one);
  };
  return (
    <>
      <p className="quiet">{t('drawing.facility.help')}</p>
      <Choice
        label={t('drawing.facility.kind')}
        options={functions.map(id => ({ id, title: t(`facility.${id}`, { defaultValue: id }) }))}
        value={kind}
        onChange={setKind}
      />
      <SearchField value={text} onChange={setText} className="facility-search">
        <Label className="field-label">{t('drawing.facility.which')}</Label>
        <Input className="input" placeholder={t('drawing.facility.search')} />
      </SearchField>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={2} />}
      {data !== undefined && found.length === 0 && (
        <p className="quiet">{t(sought === '' ? 'drawing.facility.none' : 'drawing.facility.nothing')}</p>
      )}
      {shown.length > 0 && (
        <ListBox
          className="options facility-options"
          aria-label={t('drawing.facility.which')}
          onAction={key => pick(String(key))}
          selectionMode="none"
        >
          {shown.map(({ facility, name }) => (
            <ListBoxItem key={facility.id} id={facility.id} textValue={name} className="option">
              {name}
            </ListBoxItem>
          ))}
        </ListBox>
      )}
      {found.length > MOST && (
        <p className="quiet">{t('drawing.facility.more', { count: found.length - MOST })}</p>
      )}
    </>
  );
}
