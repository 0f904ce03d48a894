import '@fontsource-variable/inter/index.css';
import 'maplibre-gl/dist/maplibre-gl.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/shell.css';
import './styles/map.css';
import './styles/importing.css';
import './styles/panels.css';
import './styles/scenario.css';
import './styles/figures.css';
import './styles/access.css';
import './styles/siting.css';
import './styles/spreading.css';
import './styles/drawing.css';
import './styles/sharing.css';
import './styles/table.css';
import './styles/versus.css';
import './styles/compare.css';
import './styles/places.css';
import './styles/charts.css';
import './styles/print.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { ProblemError } from '../core/problem.ts';
import { App } from './App.tsx';
import { keepFocus } from './controls/keepFocus.ts';
import { rememberedLanguage, startTexts, switchLanguage } from './i18n/catalogue.ts';
import { makeSheets } from './print/printing.ts';
import { keepSending } from './scenario/sending.ts';
import { openSharedLinks } from './scenario/shared.ts';
import { Guard } from './shell/Guard.tsx';
import { startTheme } from './shell/theme.ts';
import { followAddress } from './state/address.ts';
import { openWorkspace } from './state/keeping.ts';
import { keepVersions } from './state/versionKeeping.ts';
import { setView, useView } from './state/view.ts';

/** Asking again helps when nobody answered, not when the server said no. */
const worthAnother = (failures: number, error: Error) =>
  failures < 2 &&
  (!(error instanceof ProblemError) || error.code === 'unavailable' || error.code === 'internal');

const queries = new QueryClient({
  defaultOptions: { queries: { retry: worthAnother, refetchOnWindowFocus: false } },
});

followAddress();
if (!new URLSearchParams(location.search).has('lang')) setView({ language: rememberedLanguage() });
startTheme();
await startTexts(useView.getState().language);
switchLanguage(useView.getState().language);
useView.subscribe((view, previous) => {
  if (view.language !== previous.language) switchLanguage(view.language);
});
openWorkspace();
keepVersions();
keepSending();
openSharedLinks();
keepFocus();
makeSheets();

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <QueryClientProvider client={queries}>
      <Guard>
        <App />
      </Guard>
    </QueryClientProvider>,
  );
}
