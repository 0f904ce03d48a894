import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { type Edit, isHousing } from '../../core/scenario/edit.ts';
import { areasNamed, drawnAs, newAreaEdit } from '../../core/scenario/edits.ts';
import { hasHoles } from '../../core/scenario/polygons.ts';
import { announce } from '../controls/Announcer.tsx';
import { Icon } from '../controls/Icon.tsx';
import { startDrawing } from '../drawing/drawing.ts';
import { useWords } from '../i18n/words.ts';
import { boxOf } from '../layers/facilities.ts';
import { lookAt } from '../map/shared.ts';
import { newId } from '../state/identity.ts';
import { useEditWords } from './editWords.ts';
import { useRedrawing } from './siteEdits.ts';
import { addEdits, copyEdit, moveEdit } from './steps.ts';

type Props = {
  scenario: ScenarioDocument;
  edit: Edit;
  place: number;
  /** Unfolds the coordinates of the edit. */
  onCoordinates: () => void;
};

/** About as high as the bar over the map is: every corner must be in reach. */
const BAR_PX = 110;

/** What can be done with the shape of an edit that was drawn; nothing for others. */
function useShapeActions(scenario: string, edit: Edit, onCoordinates: () => void) {
  const { t } = useWords();
  const redraw = useRedrawing(scenario);
  const drawn = drawnAs(edit);
  if (drawn === null) return [];
  const adjust = () => {
    lookAt(boxOf({ type: 'Feature', geometry: drawn, properties: null }), BAR_PX);
    startDrawing({ kind: 'adjust', scenario, edit: edit.id });
  };
  return [
    // The tool knows no holes.
    ...(hasHoles(drawn) ? [] : [{ id: 'adjust', title: t('drawing.actions.adjust'), run: adjust }]),
    { id: 'redraw', title: t('drawing.actions.redraw'), run: () => redraw(edit) },
    { id: 'coordinates', title: t('drawing.actions.coordinates'), run: onCoordinates },
  ];
}

/** What is done with an edit less often: another place in the list, a copy. */
export function EditActions({ scenario, edit, place, onCoordinates }: Props) {
  const { t } = useWords();
  const { where } = useEditWords();
  const area = where(edit);
  const last = scenario.edits.length - 1;
  const move = (by: number) => {
    const to = moveEdit(scenario.id, edit.id, by);
    announce(t('edit.moved', { area, place: to + 1, count: scenario.edits.length }));
  };
  const shape = useShapeActions(scenario.id, edit, onCoordinates);
  const act: Record<string, () => void> = {
    ...Object.fromEntries(shape.map(one => [one.id, one.run])),
    up: () => move(-1),
    down: () => move(1),
    copy: () => copyEdit(scenario.id, edit.id),
    lock: () => {
      addEdits(scenario.id, [newAreaEdit('lock', { id: newId(), areas: areasNamed(edit), dwellings: 0 })]);
      announce(t('edit.locked', { area }));
    },
  };
  const disabled = [
    ...(place === 0 ? ['up'] : []),
    ...(place === last ? ['down'] : []),
    ...(isHousing(edit) && areasNamed(edit).length > 0 ? [] : ['lock']),
  ];
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={t('edit.actions', { area })}>
        <Icon name="more" />
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Menu
          className="options"
          aria-label={t('edit.actions', { area })}
          disabledKeys={disabled}
          onAction={key => act[String(key)]?.()}
        >
          {shape.map(({ id, title }) => (
            <MenuItem key={id} id={id} className="option">
              {title}
            </MenuItem>
          ))}
          <MenuItem id="up" className="option">
            {t('edit.up', { area })}
          </MenuItem>
          <MenuItem id="down" className="option">
            {t('edit.down', { area })}
          </MenuItem>
          <MenuItem id="copy" className="option">
            {t('edit.copy', { area })}
          </MenuItem>
          <MenuItem id="lock" className="option">
            {t('edit.lockThis', { area })}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
