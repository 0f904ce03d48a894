import { useEffect } from 'react';
import { useShortcuts } from '../commands/shortcuts.ts';
import { ComparePlace } from '../compare/ComparePlace.tsx';
import { useWords } from '../i18n/words.ts';
import { PlacesPage } from '../places/PlacesPage.tsx';
import { ScenarioSheet } from '../print/ScenarioSheet.tsx';
import { DataPlace } from '../publication/DataPlace.tsx';
import { EvaluationProvider } from '../scenario/evaluation.tsx';
import { MarginalProvider } from '../scenario/marginal.tsx';
import type { ReleaseOnScreen } from '../state/release.ts';
import { useView } from '../state/view.ts';
import { VersusPlace } from '../versus/VersusPlace.tsx';
import { Banners } from './Banners.tsx';
import { KeySheet } from './KeySheet.tsx';
import { Palette } from './Palette.tsx';
import { TopBar } from './TopBar.tsx';
import { Workbench } from './Workbench.tsx';

/** A button, not a link to a place on the page: that would be a step in the history, where Back seems dead. */
const toContent = () => document.getElementById('content')?.focus();

/** The whole page once there is something to show: bar, marks, the chosen place, and what can open above it. */
export function Page({ onScreen }: { onScreen: ReleaseOnScreen }) {
  const { t } = useWords();
  const place = useView(view => view.place);
  const comparing = useView(view => view.place === 'scenario' && view.versus !== null);
  const title = `${t(`place.${place}`)} – ${t('app.name')}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <EvaluationProvider>
      <MarginalProvider>
        <Shortcuts />
        <div className="page" data-place={place}>
          <button type="button" className="skip" onClick={toContent}>
            {t('app.skip')}
          </button>
          <TopBar />
          <Banners {...onScreen} />
          {place === 'data' && <DataPlace />}
          {place === 'places' && <PlacesPage />}
          {place === 'compare' && <ComparePlace />}
          {comparing && <VersusPlace />}
          {(place === 'map' || place === 'scenario') && !comparing && <Workbench />}
          {!comparing && <ScenarioSheet />}
          <Palette />
          <KeySheet />
        </div>
      </MarginalProvider>
    </EvaluationProvider>
  );
}

/** Its own component, so that it stands below the provider that its commands read. */
function Shortcuts() {
  useShortcuts();
  return null;
}
