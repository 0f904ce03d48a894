import type { Feature } from 'geojson';
import { useState } from 'react';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';
import { announce } from '../controls/Announcer.tsx';
import { Problem } from '../controls/Problem.tsx';
import { useWords } from '../i18n/words.ts';
import { FunctionsField } from '../layers/FunctionsField.tsx';
import { facilitySigns } from '../layers/facilities.ts';
import { AttributeFields } from './AttributeFields.tsx';
import { type Correction, useCorrect } from './corrections.ts';
import { changesOf, type Draft, draftOf, faultsOf } from './draft.ts';
import { usePlaceNames } from './placeWords.ts';
import { WhereField } from './WhereField.tsx';
import { made, selectPlace, usePlaceWork } from './work.ts';

const functions = facilitySigns.filter(id => id !== 'other');

/** Everything of a place that can be corrected; nothing is written before it is saved. */
export function PlaceForm({ place }: { place: Feature | null }) {
  const { t } = useWords();
  const names = usePlaceNames();
  const { author } = usePlaceWork();
  const correct = useCorrect();
  const [before] = useState(() => draftOf(place));
  const [draft, setDraft] = useState<Draft>(before);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const change = (part: Partial<Draft>) => setDraft(now => ({ ...now, ...part }));
  const faults = faultsOf(draft);
  const changes = changesOf(draft, before, place === null);
  const changed = Object.keys(changes).length > 0;
  const unsigned = author.trim() === '' || reason.trim() === '';

  const send = async (
    correction: Omit<Correction, 'author' | 'reason'> & Pick<Correction, 'action'>,
    said: string,
  ) => {
    setBusy(true);
    setFailed(null);
    try {
      const done = await correct({ ...correction, author, reason });
      made(done.change);
      selectPlace(correction.action === 'add' ? (done.facilities[0] ?? null) : String(place?.id));
      announce(said);
    } catch (error) {
      setFailed(error);
      setBusy(false);
    }
  };
  const save = () =>
    place === null
      ? send({ action: 'add', ...changes }, t('places.added'))
      : send({ action: 'change', facility: String(place.id), ...changes }, t('places.saved'));
  const title = place === null ? t('places.new') : names.title(place);
  return (
    <Form
      className="place-form"
      aria-label={title}
      data-testid="place-form"
      onSubmit={event => {
        event.preventDefault();
        if (changed && faults.length === 0 && !unsigned && !busy) void save();
      }}
    >
      <h2>{title}</h2>
      {place !== null && (
        <p className="quiet">
          {names.source(place)} · <code>{String(place.id)}</code>
        </p>
      )}
      <TextField value={draft.name} onChange={name => change({ name })}>
        <Label className="field-label">{t('places.fields.name')}</Label>
        <Input className="input" maxLength={200} />
      </TextField>
      <WhereField where={draft.where} onChange={where => change({ where })} />
      <FunctionsField
        label={t('places.fields.functions')}
        functions={functions}
        value={draft.functions}
        onChange={chosen => change({ functions: chosen })}
      />
      {faults.includes('functions') && <p className="note alarm">{t('places.faults.functions')}</p>}
      <TextField value={draft.area} onChange={area => change({ area })} isInvalid={faults.includes('area')}>
        <Label className="field-label">{t('places.fields.areaM2')}</Label>
        <Input className="input" inputMode="decimal" />
      </TextField>
      {faults.includes('area') && <p className="note alarm">{t('places.faults.area')}</p>}
      <AttributeFields
        attributes={draft.attributes}
        faults={faults}
        onChange={attributes => change({ attributes })}
      />
      <TextField value={reason} onChange={setReason} isRequired>
        <Label className="field-label">{t('places.reason')}</Label>
        <Input className="input" maxLength={500} />
      </TextField>
      {author.trim() === '' && <p className="note">{t('places.needAuthor')}</p>}
      {failed !== null && <Problem error={failed} />}
      <div className="actions">
        <Button
          type="submit"
          className="button primary"
          isDisabled={!changed || faults.length > 0 || unsigned || busy}
        >
          {place === null ? t('places.add') : t('places.save')}
        </Button>
        {place !== null && (
          <Button
            className="button"
            isDisabled={unsigned || busy}
            onPress={() => void send({ action: 'close', facility: String(place.id) }, t('places.closed'))}
          >
            {t('places.close')}
          </Button>
        )}
      </div>
    </Form>
  );
}
