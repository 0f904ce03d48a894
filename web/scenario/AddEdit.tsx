import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { AREA_EDIT_KINDS, type AreaEditKind, newAreaEdit } from '../../core/scenario/edits.ts';
import { MAX_DWELLINGS } from '../../core/scenario/homes.ts';
import { announce } from '../controls/Announcer.tsx';
import { Choice } from '../controls/Choice.tsx';
import { SteppedNumber } from '../controls/SteppedNumber.tsx';
import { useWords } from '../i18n/words.ts';
import { pin } from '../shell/choose.ts';
import { newId } from '../state/identity.ts';
import { useScene } from '../state/scene.tsx';
import { select } from '../state/selection.ts';
import { useEditWords } from './editWords.ts';
import { useOutside } from './outside.ts';
import { addEdits } from './steps.ts';

/** The three areas in scope with the lowest share, as an example to start from. */
function useExample(): readonly string[] {
  const { areas, values, inside } = useScene();
  if (areas === undefined || values === undefined) return [];
  return [...inside.keys()]
    .filter(i => inside[i] === 1 && Number.isFinite(values.value[i]) && (values.denominator[i] ?? 0) > 0)
    .sort((a, b) => (values.value[a] ?? 0) - (values.value[b] ?? 0))
    .slice(0, 3)
    .flatMap(i => areas.codes[i] ?? []);
}

/** What an edit of each kind needs before it can be made. */
const isReady = (kind: AreaEditKind, areas: number, dwellings: number): boolean => {
  if (kind === 'move') return areas === 2 && dwellings > 0;
  if (kind === 'lock' || kind === 'exclude' || kind === 'capacity') return areas > 0;
  return areas > 0 && dwellings > 0;
};

/** Something that happens in each selected area. */
export function AddEdit({ scenario, codes }: { scenario: string; codes: readonly string[] }) {
  const { t, count } = useWords();
  const { level } = useScene();
  const { called } = useEditWords();
  const outside = useOutside()(codes).length;
  const [kind, setKind] = useState<AreaEditKind>('build');
  const [dwellings, setDwellings] = useState(20);
  const example = useExample();
  const ready = isReady(kind, codes.length, dwellings);
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const edit = newAreaEdit(kind, { id: newId(), areas: codes, dwellings });
    addEdits(scenario, [edit]);
    const all = dwellings * codes.length;
    const added =
      kind === 'build' ? t('scenario.added', { count: all, number: count(all) }) : `${called(edit)}.`;
    announce(outside === 0 ? added : `${added} ${t('scenario.outsideChosen', { count: outside })}`);
    select(level, []);
    // The figures of what was chosen make room for the effect.
    pin(null);
  };
  return (
    <form className="add-edit" onSubmit={add} aria-label={t('scenario.addTitle')}>
      <Choice
        label={t('edit.kind')}
        options={AREA_EDIT_KINDS.map(id => ({
          id,
          title: t(`edit.kinds.${id}`),
          detail: t(`edit.kindHelp.${id}`),
        }))}
        value={kind}
        onChange={id => setKind(id as AreaEditKind)}
      />
      {kind !== 'lock' && kind !== 'exclude' && (
        <SteppedNumber
          least={0}
          most={MAX_DWELLINGS}
          label={kind === 'move' ? t('edit.unit.move') : t('scenario.addCount')}
          value={dwellings}
          onChange={setDwellings}
        />
      )}
      <Button type="submit" className="button primary" isDisabled={!ready}>
        {t(`edit.do.${kind}`, { count: codes.length })}
      </Button>
      {kind === 'move' && codes.length !== 2 && <p className="quiet">{t('edit.moveTwo')}</p>}
      {outside > 0 && <p className="note">{t('scenario.outsideChosen', { count: outside })}</p>}
      {codes.length === 0 && (
        <p className="quiet">
          {t('scenario.addNothing')}{' '}
          <Button
            className="link-button"
            isDisabled={example.length === 0}
            onPress={() => select(level, example)}
          >
            {t('scenario.addExample')}
          </Button>
        </p>
      )}
    </form>
  );
}
