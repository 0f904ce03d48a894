import { Input, NumberField, TextField } from 'react-aria-components';
import type { Edit } from '../../core/scenario/edit.ts';
import { dwellingsIn, type Homes, MAX_DWELLINGS } from '../../core/scenario/homes.ts';
import { timesCounted } from '../../core/scenario/place.ts';
import { Slide } from '../controls/Slide.tsx';
import { useWords } from '../i18n/words.ts';
import { changeEdit } from './steps.ts';

type Props = { scenario: string; edit: Edit; area: string };

/** The number an edit is about, and how to write another; null for an edit without one. */
function countOf(edit: Edit): { dwellings: number; write: ((dwellings: number) => Edit) | null } | null {
  if (edit.kind === 'capacity') {
    return { dwellings: edit.dwellings, write: dwellings => ({ ...edit, dwellings }) };
  }
  if (!('social' in edit)) return null;
  const sized = Object.keys(edit.social).some(size => size !== 'unspecified');
  const write = (unspecified: number): Edit => ({ ...edit, social: { unspecified } satisfies Homes });
  // Numbers by bedrooms are filled in one by one; their sum is no field.
  return { dwellings: dwellingsIn(edit.social), write: sized ? null : write };
}

const SIGNS = { build: '+', convert: '+', renovate: '', demolish: '−', move: '', capacity: '≤' } as const;

/** How many dwellings, and a note. */
export function EditCount({ scenario, edit, area }: Props) {
  const { t, count } = useWords();
  const counted = countOf(edit);
  const kind = edit.kind in SIGNS ? (edit.kind as keyof typeof SIGNS) : null;
  const write = (dwellings: number, gesture: string) =>
    changeEdit(scenario, edit.id, one => countOf(one)?.write?.(dwellings) ?? one, { name: 'count', gesture });
  const once = 'place' in edit && timesCounted(edit.place) === 1;
  const many = 'place' in edit && edit.place.kind === 'areas' && edit.place.areas.length > 1;
  return (
    <div className="edit-body">
      {counted !== null && kind !== null && (
        <>
          <span aria-hidden="true">{SIGNS[kind]}</span>
          {counted.write === null ? (
            <strong>{count(counted.dwellings)}</strong>
          ) : (
            <NumberField
              className="number"
              value={counted.dwellings}
              minValue={0}
              maxValue={MAX_DWELLINGS}
              step={1}
              onChange={next => {
                if (!Number.isNaN(next)) write(next, 'count');
              }}
              aria-label={t('scenario.editCount', { area })}
            >
              <Input className="input" />
            </NumberField>
          )}
          {counted.write !== null && (
            <Slide
              label={t('figures.slider', { area })}
              value={counted.dwellings}
              most={MAX_DWELLINGS}
              onChange={write}
            />
          )}
          <span className="quiet">
            {once && many
              ? t('edit.together')
              : once
                ? t('scenario.dwellings', { count: counted.dwellings })
                : t(`edit.unit.${kind}`)}
          </span>
        </>
      )}
      <TextField
        className="edit-note"
        value={edit.note}
        maxLength={2000}
        onChange={note =>
          changeEdit(scenario, edit.id, one => ({ ...one, note }), { name: 'note', gesture: 'note' })
        }
        aria-label={t('scenario.editNote', { area })}
      >
        <Input className="input" placeholder={t('scenario.notePlaceholder')} />
      </TextField>
    </div>
  );
}
