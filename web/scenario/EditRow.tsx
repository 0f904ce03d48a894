import { useRef, useState } from 'react';
import { Switch } from 'react-aria-components';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { Edit } from '../../core/scenario/edit.ts';
import { areasNamed, drawnAs } from '../../core/scenario/edits.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { useWords } from '../i18n/words.ts';
import { boxOf } from '../layers/facilities.ts';
import { lookAt } from '../map/shared.ts';
import { useScene } from '../state/scene.tsx';
import { select } from '../state/selection.ts';
import { EditActions } from './EditActions.tsx';
import { EditCount } from './EditCount.tsx';
import { EditDetails } from './EditDetails.tsx';
import { useShowAreas } from './editAreas.ts';
import { useEditWords } from './editWords.ts';
import { codesOutside } from './outside.ts';
import { changeEdit, removeEdit } from './steps.ts';

type Props = { scenario: ScenarioDocument; edit: Edit; place: number };

/** One change: switched on or off, how many, and everything else folded away. */
export function EditRow({ scenario, edit, place }: Props) {
  const { t } = useWords();
  const { areas, level, inside } = useScene();
  const { where } = useEditWords();
  const named = areasNamed(edit);
  const area = where(edit);
  const outside = areas === undefined ? 0 : codesOutside(areas, inside, named).length;
  const lookAtAreas = useShowAreas();
  const site = drawnAs(edit);
  const [open, setOpen] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const showCoordinates = () => {
    setOpen(true);
    // The menu gives its focus back before the table is there.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => row.current?.querySelector<HTMLElement>('.coordinates input')?.focus()),
    );
  };
  const show = () => {
    if (site !== null) {
      lookAt(boxOf({ type: 'Feature', geometry: site, properties: null }));
      return;
    }
    select(level, named);
    lookAtAreas(named);
  };
  return (
    <li ref={row} className="edit" data-enabled={edit.enabled} data-kind={edit.kind}>
      <div className="edit-head">
        <Switch
          className="switch"
          isSelected={edit.enabled}
          onChange={enabled =>
            changeEdit(scenario.id, edit.id, one => ({ ...one, enabled }), { name: 'toggle' })
          }
          aria-label={t('scenario.editEnabled', { area })}
        >
          <span className="switch-track" />
        </Switch>
        <span className="edit-areas">
          <span className="edit-kind">{t(`edit.kinds.${edit.kind}`)}</span>{' '}
          {'title' in edit && edit.title !== '' ? `${edit.title} (${area})` : area}
        </span>
        {(named.length > 0 || site !== null) && (
          <IconButton icon="locate" label={t('scenario.locate', { area })} onPress={show} />
        )}
        <EditActions scenario={scenario} edit={edit} place={place} onCoordinates={showCoordinates} />
        <IconButton
          icon="trash"
          label={t('scenario.editRemove', { area })}
          onPress={() => removeEdit(scenario.id, edit.id)}
        />
      </div>
      {outside > 0 && (
        <p className="quiet">
          {outside === named.length
            ? t('scenario.editOutside')
            : t('scenario.editPartlyOutside', { outside, count: named.length })}
        </p>
      )}
      <EditCount scenario={scenario.id} edit={edit} area={area} />
      <EditDetails scenario={scenario.id} edit={edit} area={area} isOpen={open} onOpenChange={setOpen} />
    </li>
  );
}
