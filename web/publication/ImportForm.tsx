import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ChangeEvent, type FormEvent, useRef, useState } from 'react';
import { Button, Checkbox, Input, Label, TextField } from 'react-aria-components';
import { HOME_BASES } from '../../core/access/population/homes.ts';
import { FACILITY_FUNCTION_IDS } from '../../data/facility-functions.ts';
import { Choice } from '../controls/Choice.tsx';
import { Icon } from '../controls/Icon.tsx';
import { Segments } from '../controls/Segments.tsx';
import { settingsQuery } from '../data/queries.ts';
import { useWords } from '../i18n/words.ts';
import { FunctionsField } from '../layers/FunctionsField.tsx';
import { useScene } from '../state/scene.tsx';
import { ImportOutcome } from './ImportOutcome.tsx';
import {
  cancelUpload,
  isOsmName,
  startUpload,
  UPLOAD_COLUMNS,
  type UploadForm,
  useUploading,
} from './upload.ts';

const KINDS = ['network', 'facilities', 'homes'] as const;
const ACCEPTED = '.osm,.pbf,.geojson,.json,.zip,.csv,.txt,.xlsx';

type ListProps = {
  form: UploadForm;
  kind: 'facilities' | 'homes';
  change: (change: Partial<UploadForm>) => void;
};

/** What a list that does not say it itself holds, and in which columns. */
function ListFields({ form, kind, change }: ListProps) {
  const { t } = useWords();
  return (
    <>
      {kind === 'facilities' ? (
        <FunctionsField
          label={t('importing.functions')}
          functions={FACILITY_FUNCTION_IDS}
          value={form.functions}
          onChange={functions => change({ functions })}
        />
      ) : (
        <Choice
          label={t('importing.basis')}
          options={HOME_BASES.map(id => ({ id, title: t(`importing.bases.${id}`) }))}
          value={form.basis}
          onChange={basis => change({ basis: HOME_BASES.find(one => one === basis) ?? 'addresses' })}
        />
      )}
      <fieldset className="import-columns">
        <legend className="field-label">{t('importing.columns')}</legend>
        {UPLOAD_COLUMNS[kind].map(role => (
          <TextField
            key={role}
            value={form.columns[role] ?? ''}
            onChange={column => change({ columns: { ...form.columns, [role]: column } })}
          >
            <Label className="field-label">{t(`importing.column.${role}`)}</Label>
            <Input className="input" />
          </TextField>
        ))}
      </fieldset>
    </>
  );
}

/** Brings a walking network, places or homes in from a file, with its progress; checked, and taken whole or not at all. */
export function ImportForm() {
  const { t, count } = useWords();
  const { region, ground } = useScene();
  const client = useQueryClient();
  const settings = useQuery(settingsQuery);
  const { state } = useUploading();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [form, setForm] = useState<UploadForm>({
    kind: 'network',
    synthetic: false,
    functions: ['play'],
    basis: 'addresses',
    columns: {},
  });
  const change = (next: Partial<UploadForm>) => setForm(now => ({ ...now, ...next }));
  if (settings.data?.writable === false) return <p className="note">{t('importing.readOnly')}</p>;
  const list = form.kind !== 'network' && file !== null && !isOsmName(file.name) ? form.kind : null;
  const needsWord = region.synthetic && !form.synthetic;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file !== null && !needsWord) startUpload(client, ground, file, form);
  };
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    setFile(event.target.files?.[0] ?? null);
    event.target.value = '';
  };
  return (
    <form
      className="import-form"
      onSubmit={submit}
      aria-label={t('importing.title')}
      data-testid="import-form"
    >
      <h3>{t('importing.title')}</h3>
      <p className="quiet">{t('importing.intro', { region: region.title })}</p>
      <Segments
        label={t('importing.kind')}
        options={KINDS.map(id => ({ id, title: t(`importing.kinds.${id}`) }))}
        value={form.kind}
        onChange={kind => change({ kind })}
      />
      <p className="quiet">{t(`importing.kindHelp.${form.kind}`)}</p>
      <div className="actions">
        <Button className="button" onPress={() => input.current?.click()}>
          {t('importing.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept={ACCEPTED}
          aria-label={t('importing.choose')}
          data-testid="import-file"
          onChange={chosen}
        />
        <span data-testid="import-chosen">
          {file === null
            ? t('importing.noFile')
            : t('importing.file', { name: file.name, kilobytes: count(Math.ceil(file.size / 1024)) })}
        </span>
      </div>
      {list !== null && <ListFields form={form} kind={list} change={change} />}
      {region.synthetic && (
        <>
          <Checkbox
            className="checkbox"
            isSelected={form.synthetic}
            onChange={synthetic => change({ synthetic })}
          >
            <span className="checkbox-mark">
              <Icon name="check" size={14} />
            </span>
            {t('importing.synthetic')}
          </Checkbox>
          <p className="quiet">{t('importing.syntheticHelp', { region: region.title })}</p>
        </>
      )}
      {state === 'running' ? (
        // Keys, or the click that stops would end on the same element as that of the button which starts.
        <Button key="stop" className="button" onPress={cancelUpload}>
          {t('importing.cancel')}
        </Button>
      ) : (
        <Button key="start" type="submit" className="button primary" isDisabled={file === null || needsWord}>
          {t('importing.start')}
        </Button>
      )}
      <ImportOutcome />
    </form>
  );
}
