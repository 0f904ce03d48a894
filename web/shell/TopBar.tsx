import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useShallow } from 'zustand/react/shallow';
import { Icon } from '../controls/Icon.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { useWords } from '../i18n/words.ts';
import { viewAddress } from '../state/url.ts';
import { type Place, setView, useView } from '../state/view.ts';
import { ScopeMenus } from './ScopeMenus.tsx';
import { switchTheme } from './theme.ts';

const places: readonly Place[] = ['map', 'scenario', 'compare', 'data'];

function Places() {
  const { t } = useWords();
  const place = useView(view => view.place);
  // The whole address, so that a place opened in a new tab shows the same region, scope and scenario.
  const addresses = useView(useShallow(view => places.map(one => viewAddress({ ...view, place: one }))));
  return (
    <nav className="places" aria-label={t('app.mainNavigation')}>
      {places.map((one, i) => (
        <a
          key={one}
          href={addresses[i]}
          aria-current={place === one || (one === 'data' && place === 'places') ? 'page' : undefined}
          onClick={event => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            setView({ place: one });
          }}
        >
          {t(`place.${one}`)}
        </a>
      ))}
    </nav>
  );
}

function LanguageMenu() {
  const { t, language } = useWords();
  return (
    <MenuTrigger>
      <Button className="bar-button" aria-label={`${t('app.language')}: ${language.toUpperCase()}`}>
        {language.toUpperCase()}
        <Icon name="chevronDown" size={14} />
      </Button>
      <Popover className="popover" offset={6}>
        <Menu
          className="options"
          aria-label={t('app.language')}
          selectionMode="single"
          selectedKeys={[language]}
          onAction={key => setView({ language: key === 'en' ? 'en' : 'nl' })}
        >
          <MenuItem id="nl" className="option">
            {t('app.dutch')}
          </MenuItem>
          <MenuItem id="en" className="option">
            {t('app.english')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

export function TopBar() {
  const { t } = useWords();
  const theme = useView(view => view.theme);
  return (
    <header className="bar">
      <div className="bar-left">
        <span className="brand">
          <img src={new URL('../icon.svg', import.meta.url).href} alt="" width="24" height="24" />
          {t('app.name')}
        </span>
        <ScopeMenus />
      </div>
      <Places />
      <div className="bar-right">
        <Button
          className="search-button"
          onPress={() => setView({ dialog: 'palette' })}
          aria-keyshortcuts="Control+K"
          aria-label={t('app.search')}
        >
          <Icon name="search" />
          <span>{t('app.search')}</span>
          <kbd>Ctrl K</kbd>
        </Button>
        <LanguageMenu />
        <IconButton
          icon={theme === 'dark' ? 'sun' : 'moon'}
          label={theme === 'dark' ? t('app.light') : t('app.dark')}
          onPress={switchTheme}
        />
        <Button
          className="icon-button"
          aria-label={t('app.keys')}
          onPress={() => setView({ dialog: 'keys' })}
        >
          <span className="question">?</span>
        </Button>
      </div>
    </header>
  );
}
