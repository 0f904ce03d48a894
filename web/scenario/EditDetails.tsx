import { Input, Label, NumberField, TextField } from 'react-aria-components';
import { type Edit, PROJECT_STATUSES, type ProjectStatus } from '../../core/scenario/edit.ts';
import { drawnAs } from '../../core/scenario/edits.ts';
import { MAX_DWELLINGS } from '../../core/scenario/homes.ts';
import { Choice } from '../controls/Choice.tsx';
import { useWords } from '../i18n/words.ts';
import { Coordinates } from './Coordinates.tsx';
import { Division } from './Division.tsx';
import { HomesFields } from './HomesFields.tsx';
import { PlaceFunctions } from './PlaceFunctions.tsx';
import { SocialKindChoice } from './SocialKindChoice.tsx';
import { changeEdit } from './steps.ts';

type Props = {
  scenario: string;
  edit: Edit;
  area: string;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
};
type Text = 'title' | 'author';
type Whole = 'private' | 'year';

/** A member that was given up leaves the edit, as if it had never been there. */
const withoutUnset = (edit: object) =>
  Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined));

/** Everything of a change that is not filled in at once: name, bedrooms, private dwellings, year, state, division, who. */
export function EditDetails({ scenario, edit, area, isOpen, onOpenChange }: Props) {
  const { t } = useWords();
  const change = (part: Partial<Edit>, gesture: string | null = null) =>
    changeEdit(scenario, edit.id, one => withoutUnset({ ...one, ...part }) as Edit, { gesture });
  const text = (member: Text, label: string) => (
    <TextField
      value={(edit as { [Member in Text]?: string })[member] ?? ''}
      maxLength={200}
      onChange={value => change({ [member]: value }, member)}
    >
      <Label className="field-label">{label}</Label>
      <Input className="input" />
    </TextField>
  );
  const whole = (member: Whole, label: string, least: number, most: number) => (
    <NumberField
      className="number"
      value={(edit as { [Member in Whole]?: number | null })[member] ?? Number.NaN}
      minValue={least}
      maxValue={most}
      step={1}
      formatOptions={{ useGrouping: member === 'private' }}
      onChange={value => {
        const empty = member === 'year' ? null : 0;
        change({ [member]: Number.isNaN(value) ? empty : value }, member);
      }}
    >
      <Label className="field-label">{label}</Label>
      <Input className="input" {...(member === 'year' ? { placeholder: t('edit.yearEmpty') } : {})} />
    </NumberField>
  );
  const place = 'place' in edit && edit.place.kind === 'areas' ? edit.place : null;
  return (
    <details
      className="edit-details"
      open={isOpen}
      onToggle={event => onOpenChange(event.currentTarget.open)}
    >
      <summary aria-label={`${t('edit.more')}: ${area}`}>{t('edit.more')}</summary>
      {isOpen && (
        <div className="edit-fields">
          {'title' in edit && text('title', t('edit.title'))}
          {'social' in edit && (
            <HomesFields
              homes={edit.social}
              onChange={(social, size) => change({ social }, `size-${size}`)}
            />
          )}
          {(edit.kind === 'build' || edit.kind === 'convert' || edit.kind === 'demolish') && (
            <SocialKindChoice
              value={edit.socialKind}
              onChange={socialKind => change({ socialKind } as Partial<Edit>)}
            />
          )}
          {'private' in edit && whole('private', t('edit.private'), 0, MAX_DWELLINGS)}
          {'year' in edit && whole('year', t('edit.year'), 1800, 2200)}
          {edit.kind === 'build' && (
            <Choice
              label={t('edit.status')}
              options={PROJECT_STATUSES.map(id => ({ id, title: t(`edit.statuses.${id}`) }))}
              value={edit.status}
              onChange={status => change({ status: status as ProjectStatus })}
            />
          )}
          {place !== null && place.areas.length > 1 && 'social' in edit && (
            <Choice
              label={t('edit.split')}
              options={(['each', 'even'] as const).map(id => ({ id, title: t(`edit.splits.${id}`) }))}
              value={place.split}
              onChange={split => change({ place: { ...place, split: split as 'each' | 'even' } })}
            />
          )}
          {'social' in edit &&
            'place' in edit &&
            edit.place.kind === 'site' &&
            edit.place.parts.length > 1 && <Division scenario={scenario} edit={edit} site={edit.place} />}
          {'functions' in edit && (
            <PlaceFunctions
              value={edit.functions}
              onChange={functions => functions.length > 0 && change({ functions }, 'functions')}
            />
          )}
          {text('author', t('edit.author'))}
          {drawnAs(edit) !== null && <Coordinates scenario={scenario} edit={edit} />}
        </div>
      )}
    </details>
  );
}
