import { type ReactNode, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Announcer } from './controls/Announcer.tsx';
import { Problem } from './controls/Problem.tsx';
import { Skeleton } from './controls/Skeleton.tsx';
import type { RegionView, ReleaseView } from './data/types.ts';
import { EmptyProduct } from './shell/EmptyProduct.tsx';
import { MissingRegion } from './shell/MissingRegion.tsx';
import { Page } from './shell/Page.tsx';
import { useOpenScenario } from './state/baseline.ts';
import { useReleaseOnScreen } from './state/release.ts';
import { SceneProvider } from './state/scene.tsx';
import { setView, useView } from './state/view.ts';

/** The region that was asked for or nothing: another one in its stead would be computed on in silence. */
function regionOf(release: ReleaseView, asked: string | null): RegionView | undefined {
  const find = (id: string | null) => release.regions.find(region => region.id === id);
  return asked === null ? (find(release.defaultRegion) ?? release.regions[0]) : find(asked);
}

const waiting = (content: ReactNode) => <main className="waiting">{content}</main>;

function Content() {
  const onScreen = useReleaseOnScreen();
  const { release, error } = onScreen;
  const scenario = useOpenScenario();
  const asked = useView(view => view.region);
  const wanted = scenario?.baseline.region ?? asked;
  const region = release === undefined ? undefined : regionOf(release, wanted);
  const id = region?.id;
  useEffect(() => {
    if (id !== undefined && asked !== id) setView({ region: id });
  }, [id, asked]);

  if (release === undefined) {
    return waiting(
      error === null ? <Skeleton lines={6} /> : <Problem error={error} onRetry={onScreen.retry} />,
    );
  }
  if (region === undefined && wanted !== null && release.regions.length > 0) {
    const { current } = onScreen;
    return waiting(<MissingRegion region={wanted} scenario={scenario} release={release} current={current} />);
  }
  if (region === undefined || region.levels.length === 0) return waiting(<EmptyProduct />);
  return (
    <SceneProvider release={release} region={region} waiting={waiting}>
      <Page onScreen={onScreen} />
    </SceneProvider>
  );
}

export function App() {
  const language = useView(view => view.language);
  return (
    <I18nProvider locale={language === 'nl' ? 'nl-BE' : 'en-GB'}>
      <Content />
      <Announcer />
    </I18nProvider>
  );
}
