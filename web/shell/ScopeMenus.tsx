import { useState } from 'react';
import {
  Autocomplete,
  Button,
  Dialog,
  DialogTrigger,
  Input,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { Icon } from '../controls/Icon.tsx';
import { useCurrentRelease } from '../data/queries.ts';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import { useView } from '../state/view.ts';
import { chooseRegion, chooseScope } from './choose.ts';
import { nameOfScope, scopeId, useScopeOptions } from './scopes.ts';

/** Cut where the bar has no room; the whole name is then under the pointer, and always in the button's name. */
const Named = ({ name }: { name: string }) => (
  <span className="crumb-text" title={name}>
    {name}
  </span>
);

function RegionMenu() {
  const { t } = useWords();
  const { region } = useScene();
  const current = useCurrentRelease();
  const regions = current.data?.regions ?? [region];
  return (
    <MenuTrigger>
      <Button className="crumb" aria-label={`${t('app.region')}: ${region.title}`}>
        <Named name={region.title} />
        <Icon name="chevronDown" size={14} />
      </Button>
      <Popover className="popover" offset={6}>
        <Menu
          className="options"
          aria-label={t('app.region')}
          selectionMode="single"
          selectedKeys={[region.id]}
          onAction={key => chooseRegion(String(key))}
          items={regions}
        >
          {one => (
            <MenuItem id={one.id} textValue={one.title} className="option">
              {one.title}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function ScopeMenu() {
  const { t } = useWords();
  const scene = useScene();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [open, setOpen] = useState(false);
  const options = useScopeOptions();
  const chosen = scopeId(scene.scope);
  const title =
    options.find(option => option.id === chosen)?.title ??
    (scene.scope === null ? '' : nameOfScope(scene, scene.scope));
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className="crumb" aria-label={`${t('app.scope')}: ${title}`}>
        <Named name={title} />
        <Icon name="chevronDown" size={14} />
      </Button>
      <Popover className="popover" offset={6} placement="bottom start">
        <Dialog className="menu-dialog" aria-label={t('app.scope')}>
          <Autocomplete filter={contains}>
            <SearchField aria-label={t('app.search')} className="menu-search" autoFocus>
              <Icon name="search" size={16} />
              <Input placeholder={t('app.search')} />
            </SearchField>
            <Menu
              className="options tall"
              aria-label={t('app.scope')}
              selectionMode="single"
              selectedKeys={[chosen]}
              items={options}
              onAction={key => {
                setOpen(false);
                chooseScope(options.find(option => option.id === key)?.ref ?? null);
              }}
            >
              {option => (
                <MenuItem id={option.id} textValue={option.title} className="option">
                  <span className="option-title">{option.title}</span>
                  <span className="option-detail">{option.detail}</span>
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** Region ▸ scope: where we are, and the way to somewhere else. */
export function ScopeMenus() {
  const { t } = useWords();
  const place = useView(view => view.place);
  return (
    <nav className="crumbs" aria-label={t('app.context')}>
      <Icon name="chevronRight" size={14} />
      <RegionMenu />
      {place !== 'data' && (
        <>
          <Icon name="chevronRight" size={14} />
          <ScopeMenu />
        </>
      )}
    </nav>
  );
}
