import { type ReactNode, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Announcer } from './controls/Announcer.tsx';
import { Problem } from './controls/Problem.tsx';
import { Skeleton } from './controls/Skeleton.tsx';
import type { RegionView, ReleaseView } from './data/types.ts';
import { EmptyProduct } from './shell/EmptyProduct.tsx';
import { Page } from './shell/Page.tsx';
import { useBaseline } from './state/baseline.ts';
import { useReleaseOnScreen } from './state/release.ts';
import { SceneProvider } from './state/scene.tsx';
import { setView, useView } from './state/view.ts';

function regionOf(release: ReleaseView, asked: string | null): RegionView | undefined {
  const find = (id: string | null) => release.regions.find(region => region.id === id);
  return find(asked) ?? find(release.defaultRegion) ?? release.regions[0];
}

const waiting = (content: ReactNode) => <main className="waiting">{content}</main>;

function Content() {
  const onScreen = useReleaseOnScreen();
  const { release, error } = onScreen;
  const baseline = useBaseline();
  const asked = useView(view => view.region);
  const region = release === undefined ? undefined : regionOf(release, baseline?.region ?? asked);
  const id = region?.id;
  useEffect(() => {
    if (id !== undefined && asked !== id) setView({ region: id });
  }, [id, asked]);

  if (release === undefined) {
    return waiting(
      error === null ? <Skeleton lines={6} /> : <Problem error={error} onRetry={onScreen.retry} />,
    );
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
