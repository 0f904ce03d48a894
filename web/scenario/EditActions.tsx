import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { Edit } from '../../core/scenario/edit.ts';
import { announce } from '../controls/Announcer.tsx';
import { Icon } from '../controls/Icon.tsx';
import { useWords } from '../i18n/words.ts';
import { useEditWords } from './editWords.ts';
import { copyEdit, moveEdit } from './steps.ts';

type Props = { scenario: ScenarioDocument; edit: Edit; place: number };

/** What is done with an edit less often: another place in the list, a copy. */
export function EditActions({ scenario, edit, place }: Props) {
  const { t } = useWords();
  const { where } = useEditWords();
  const area = where(edit);
  const last = scenario.edits.length - 1;
  const move = (by: number) => {
    const to = moveEdit(scenario.id, edit.id, by);
    announce(t('edit.moved', { area, place: to + 1, count: scenario.edits.length }));
  };
  const act: Record<string, () => void> = {
    up: () => move(-1),
    down: () => move(1),
    copy: () => copyEdit(scenario.id, edit.id),
  };
  const disabled = [...(place === 0 ? ['up'] : []), ...(place === last ? ['down'] : [])];
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
          <MenuItem id="up" className="option">
            {t('edit.up', { area })}
          </MenuItem>
          <MenuItem id="down" className="option">
            {t('edit.down', { area })}
          </MenuItem>
          <MenuItem id="copy" className="option">
            {t('edit.copy', { area })}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
