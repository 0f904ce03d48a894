import { useState } from 'react';
import { Button } from 'react-aria-components';
import { middleOf } from '../../core/facilities/moved.ts';
import { announce } from '../controls/Announcer.tsx';
import { Problem } from '../controls/Problem.tsx';
import { useWords } from '../i18n/words.ts';
import { type Correction, type ListedChange, type ListedField, useCorrect } from './corrections.ts';
import { useFieldWords } from './placeWords.ts';
import { made, selectPlace, usePlaceWork } from './work.ts';

/** Says again what was said, now against what the source says today. */
function keeping(fields: readonly ListedField[]): Record<string, unknown> {
  const attributes: Record<string, unknown> = {};
  const changes: Record<string, unknown> = {};
  for (const { field, to } of fields) {
    if (field.startsWith('attributes.')) attributes[field.slice('attributes.'.length)] = to;
    else if (field === 'geometry' && typeof to === 'object' && to !== null && 'type' in to) {
      const [lon, lat] = middleOf(to);
      Object.assign(changes, { lon, lat });
    } else changes[field] = to;
  }
  return Object.keys(attributes).length > 0 ? { ...changes, attributes } : changes;
}

/** One correction: who, when, why, what it changed, and whether the source has changed since. */
export function ChangeLine({ change, named }: { change: ListedChange; named: boolean }) {
  const { t, dateTime } = useWords();
  const words = useFieldWords();
  const correct = useCorrect();
  const { author } = usePlaceWork();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const send = async (correction: Correction, said: string) => {
    setBusy(true);
    setFailed(null);
    try {
      const done = await correct(correction);
      made(done.change);
      announce(said);
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <li className="change-line" data-holds={change.holds}>
      <p>
        <strong>{t(`places.actions.${change.action}`)}</strong>
        {!change.holds && <span className="pill">{t('places.isUndone')}</span>}{' '}
        <span className="quiet">
          {dateTime(change.madeAt)} · {change.author}: {change.reason}
        </span>
      </p>
      {change.places.map(place => {
        const clashing = place.fields.filter(one => one.state === 'changed');
        return (
          <div key={place.facility}>
            {named && (
              <Button className="plain-link" onPress={() => selectPlace(place.facility)}>
                {place.name ?? place.facility}
              </Button>
            )}
            <ul>
              {place.fields.map(one => (
                <li key={one.field}>
                  {words.field(one.field)}: <s>{words.value(one.field, one.original)}</s>{' '}
                  {words.value(one.field, one.to)}
                  {one.state === 'changed' && change.holds && (
                    <span className="note alarm">
                      {t('places.sourceSays', { value: words.value(one.field, one.now) })}
                    </span>
                  )}
                </li>
              ))}
            </ul>
            {place.lost !== null && change.holds && <p className="note">{t(`places.lost.${place.lost}`)}</p>}
            {clashing.length > 0 && change.holds && (
              <Button
                className="link-button"
                isDisabled={busy || author === ''}
                onPress={() =>
                  void send(
                    {
                      action: 'change',
                      facility: place.facility,
                      author,
                      reason: t('places.keepReason'),
                      ...keeping(clashing),
                    },
                    t('places.saved'),
                  )
                }
              >
                {t('places.keep')}
              </Button>
            )}
          </div>
        );
      })}
      {change.holds && (
        <Button
          className="link-button"
          isDisabled={busy || author === ''}
          onPress={() =>
            void send(
              { action: 'undo', change: change.change, author, reason: t('places.undoReason') },
              t('places.undone'),
            )
          }
        >
          {change.action === 'undo' ? t('places.redo') : t('places.undo')}
        </Button>
      )}
      {failed !== null && <Problem error={failed} />}
    </li>
  );
}
