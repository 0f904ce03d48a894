import { useEffect } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { Segments } from '../controls/Segments.tsx';
import { useCurrentRelease } from '../data/queries.ts';
import { useWords } from '../i18n/words.ts';
import { inOrder } from '../layers/facilities.ts';
import { useLayerModel } from '../layers/shown.ts';
import { MapView } from '../map/MapView.tsx';
import { useScene } from '../state/scene.tsx';
import { setView, useView } from '../state/view.ts';
import { CorrectionLog } from './CorrectionLog.tsx';
import { DuplicateQueue } from './DuplicateQueue.tsx';
import { HandBack } from './HandBack.tsx';
import { PlacePanel } from './PlacePanel.tsx';
import { PlaceTable } from './PlaceTable.tsx';
import { UndoLast } from './UndoLast.tsx';
import { selectPlace, setAuthor, showTab, usePlaceWork } from './work.ts';

/** Places to play, meet and be helped, and what is wrong with them: a list, the map, and forms to correct it. */
export function PlacesPage() {
  const { t } = useWords();
  const { region, release } = useScene();
  const { tab, author } = usePlaceWork();
  const layer = useLayerModel();
  const current = useCurrentRelease();
  const older = current.data !== undefined && current.data.hash !== release.hash;
  const none = useView(view => view.facilities.length === 0);
  useEffect(() => {
    // A map without signs would show nothing of what the page is about.
    if (none) setView({ facilities: inOrder(region.facilities.flatMap(one => one.functions)) });
  }, [none, region]);
  return (
    <main id="content" className="workbench places-page" tabIndex={-1}>
      <div className="column left places-column">
        <h1>{t('places.title')}</h1>
        <p className="quiet">{t('places.intro')}</p>
        <TextField className="places-author" value={author} onChange={setAuthor} isRequired>
          <Label className="field-label">{t('places.author')}</Label>
          <Input className="input" maxLength={120} autoComplete="name" />
        </TextField>
        {older && <p className="note alarm">{t('places.older')}</p>}
        <div className="actions">
          <Button
            className="button"
            onPress={() => {
              showTab('list');
              selectPlace('new');
            }}
          >
            {t('places.add')}
          </Button>
          <UndoLast />
        </div>
        <Segments
          label={t('places.tabs')}
          options={[
            { id: 'list', title: t('places.tab.list') },
            { id: 'duplicates', title: t('places.tab.duplicates') },
            { id: 'log', title: t('places.tab.log') },
          ]}
          value={tab}
          onChange={showTab}
        />
        {tab === 'list' && <PlaceTable />}
        {tab === 'duplicates' && <DuplicateQueue />}
        {tab === 'log' && <CorrectionLog />}
        <HandBack />
      </div>
      <div className="middle">
        <MapView layer={layer} />
      </div>
      <div className="column right">
        <PlacePanel />
      </div>
    </main>
  );
}
