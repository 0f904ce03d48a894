import { useRef, useState } from 'react';
import { Switch } from 'react-aria-components';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { Edit } from '../../core/scenario/edit.ts';
import { areasNamed, drawnAs } from '../../core/scenario/edits.ts';
import { Icon } from '../controls/Icon.tsx';
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
import { useEditedFacility } from './editedFacilities.ts';
import { useEditWords } from './editWords.ts';
import { useFacilityName } from './facilityWords.ts';
import { useOutside } from './outside.ts';
import { useReorder } from './reorder.ts';
import { changeEdit, removeEdit } from './steps.ts';

type Props = { scenario: ScenarioDocument; edit: Edit; place: number };

/** One change: switched on or off, how many, and everything else folded away. */
export function EditRow({ scenario, edit, place }: Props) {
  const { t } = useWords();
  const { level } = useScene();
  const { where } = useEditWords();
  const named = areasNamed(edit);
  const facility = useEditedFacility(edit);
  const facilityName = useFacilityName();
  const area = facility === null ? where(edit) : facilityName(facility);
  const outside = useOutside()(named).length;
  const lookAtAreas = useShowAreas();
  const site = drawnAs(edit);
  const [open, setOpen] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const { grip, target, isDragging, isDropTarget } = useReorder(scenario, edit.id, place, area, row);
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
    if (facility !== null) {
      lookAt(facility.box);
      return;
    }
    select(level, named);
    lookAtAreas(named);
  };
  return (
    <li
      {...target}
      ref={row}
      // The keys of a drag go from row to row; otherwise a row is no place to stop.
      tabIndex={-1}
      className="edit"
      data-enabled={edit.enabled}
      data-kind={edit.kind}
      data-dragged={isDragging}
      data-drop={isDropTarget}
    >
      <div className="edit-head">
        {scenario.edits.length > 1 && (
          // biome-ignore lint/a11y/useSemanticElements: Firefox drags no button
          <div {...grip} role="button" tabIndex={0} className="grip" aria-label={t('edit.drag', { area })}>
            <Icon name="grip" />
          </div>
        )}
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
          {'title' in edit && edit.title !== '' && edit.title !== area ? `${edit.title} (${area})` : area}
        </span>
        <span className="edit-buttons">
          {(named.length > 0 || site !== null || facility !== null) && (
            <IconButton icon="locate" label={t('scenario.locate', { area })} onPress={show} />
          )}
          <EditActions scenario={scenario} edit={edit} place={place} onCoordinates={showCoordinates} />
          <IconButton
            icon="trash"
            label={t('scenario.editRemove', { area })}
            onPress={() => removeEdit(scenario.id, edit.id)}
          />
        </span>
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
