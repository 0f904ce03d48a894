import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { useCommands } from '../commands/commands.ts';
import { type FoundArea, findAreas } from '../commands/search.ts';
import { Icon } from '../controls/Icon.tsx';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { lookAt } from '../map/shared.ts';
import { useBaseline } from '../state/baseline.ts';
import { useScene } from '../state/scene.tsx';
import { placeWithMap, setView, useView } from '../state/view.ts';

const close = () => setView({ dialog: null });

/** Shows an area on the map: its level (an open scenario keeps its own), its figures, and the ground around it. */
function goTo(area: FoundArea, keepLevel: boolean): void {
  const { place } = useView.getState();
  setView({
    ...(keepLevel ? {} : { level: area.level }),
    pinned: { level: area.level, code: area.code },
    place: placeWithMap(place),
    dialog: null,
  });
  const [west, south, east, north] = area.bbox;
  const x = (east - west) * 0.6;
  const y = (north - south) * 0.6;
  // A map that was not on screen needs a moment to come.
  setTimeout(
    () => lookAt([west - x, south - y, east + x, north + y]),
    placeWithMap(place) === place ? 0 : 600,
  );
}

function Results({ typed }: { typed: string }) {
  const { t, text } = useWords();
  const { columns, levels } = useScene();
  const commands = useCommands();
  const inScenario = useBaseline() !== null;
  const areas = useMemo(() => findAreas(columns, typed, 12), [columns, typed]);
  const wanted = typed.trim().toLowerCase();
  const matching = commands
    .filter(command => command.title.toLowerCase().includes(wanted))
    .slice(0, wanted === '' ? 40 : 12);
  const levelTitle = (id: string) => {
    const level = levels.find(one => one.id === id);
    return level === undefined ? id : text(level.title);
  };
  return (
    <ListBox
      className="options palette-results"
      aria-label={t('palette.results')}
      onAction={key => {
        const area = areas.find(one => one.id === key);
        const command = commands.find(one => one.id === key);
        if (area !== undefined) goTo(area, inScenario);
        else if (command !== undefined) {
          close();
          command.run();
        }
      }}
      renderEmptyState={() => <p className="quiet palette-none">{t('palette.none')}</p>}
    >
      {areas.length > 0 && (
        <ListBoxSection id="areas">
          <Header className="options-header">{t('palette.areas')}</Header>
          {areas.map(area => (
            <ListBoxItem key={area.id} id={area.id} textValue={area.name} className="option">
              <span className="option-title">{area.name}</span>
              <span className="option-detail">
                {[sentence(levelTitle(area.level)), area.parent].filter(Boolean).join(', ')}
              </span>
            </ListBoxItem>
          ))}
        </ListBoxSection>
      )}
      {matching.length > 0 && (
        <ListBoxSection id="commands">
          <Header className="options-header">{t('palette.commands')}</Header>
          {matching.map(command => (
            <ListBoxItem key={command.id} id={command.id} textValue={command.title} className="option">
              <span className="option-title">{command.title}</span>
              <span className="option-detail">
                {command.keys?.map(key => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </span>
            </ListBoxItem>
          ))}
        </ListBoxSection>
      )}
    </ListBox>
  );
}

/** Made anew each time the palette opens, so that it always begins empty. */
function Search() {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  return (
    <Dialog aria-label={t('palette.title')} className="dialog palette-dialog">
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField className="palette-search" aria-label={t('palette.placeholder')} autoFocus>
          <Icon name="search" />
          <Input placeholder={t('palette.placeholder')} />
        </SearchField>
        <Results typed={typed} />
      </Autocomplete>
    </Dialog>
  );
}

/** Finds an area by name or code and runs every command, without leaving the keyboard. */
export function Palette() {
  const open = useView(view => view.dialog === 'palette');
  return (
    <ModalOverlay
      className="overlay palette-overlay"
      isDismissable
      isOpen={open}
      onOpenChange={next => {
        if (!next) close();
      }}
    >
      <Modal className="modal palette">
        <Search />
      </Modal>
    </ModalOverlay>
  );
}
