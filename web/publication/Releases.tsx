import { Button } from 'react-aria-components';
import { Problem } from '../controls/Problem.tsx';
import { Skeleton } from '../controls/Skeleton.tsx';
import { useReleases } from '../data/queries.ts';
import { shortHash } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import { setView } from '../state/view.ts';

/** Every release, newest first; looking at an older one changes nothing for anyone else. */
export function Releases() {
  const { t, dateTime } = useWords();
  const { release } = useScene();
  const { data, error, refetch } = useReleases();
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={4} />;
  return (
    <>
      <p className="quiet">{t('data.releasesText')}</p>
      <ol className="releases">
        {data.map(one => (
          <li key={one.hash}>
            <code>{shortHash(one.hash)}</code>
            <span className="release-message">{one.message}</span>
            <span className="quiet">{dateTime(one.createdAt)}</span>
            {one.current && <span className="pill">{t('data.current')}</span>}
            {one.hash === release.hash ? (
              <span className="pill">{t('data.shown')}</span>
            ) : (
              <Button
                className="link-button"
                onPress={() => setView({ release: one.current ? null : one.hash })}
              >
                {t('data.view')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
