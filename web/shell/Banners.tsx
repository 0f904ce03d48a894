import { Button } from 'react-aria-components';
import { useWords } from '../i18n/words.ts';
import { openDialog } from '../scenario/dialogs.ts';
import { movedTo, sameGround } from '../scenario/ground.ts';
import { NotKept } from '../scenario/KeptNote.tsx';
import { TabNotices } from '../scenario/TabNotices.tsx';
import { useBaseline } from '../state/baseline.ts';
import { useFrozenOnScreen } from '../state/frozen.ts';
import { type ReleaseOnScreen, showRelease } from '../state/release.ts';
import { useScene } from '../state/scene.tsx';
import { useView } from '../state/view.ts';
import { chooseScope } from './choose.ts';
import { missingScope } from './scopes.ts';

/** What must be known on every screen: synthetic data, another release than the newest. */
export function Banners({ current, gone }: ReleaseOnScreen) {
  const { t, date } = useWords();
  const scene = useScene();
  const { release, region } = scene;
  const missing = missingScope(scene);
  const asked = useView(view => view.release);
  const frozen = useFrozenOnScreen();
  const baseline = useBaseline();
  const behind = current !== undefined && current.hash !== release.hash;
  const outdated = baseline !== null && behind && !sameGround(release, current, baseline);
  const moved = baseline === null || current === undefined ? null : movedTo(current, baseline);
  return (
    <section className="banners" aria-label={t('app.notices')}>
      {region.synthetic && (
        <p className="banner synthetic" data-testid="synthetic">
          {t('app.synthetic')}
        </p>
      )}
      {missing !== null && (
        <p className="banner" role="status">
          {t('app.missingScope', { code: missing.code })}
          <Button className="link-button" onPress={() => chooseScope(null)}>
            {t('app.dropScope')}
          </Button>
        </p>
      )}
      {baseline !== null && (outdated || gone) && (
        <p className="banner" role="status">
          {gone ? t('scenario.pinnedGone') : t('scenario.pinned', { date: date(release.createdAt) })}
          {moved !== null && frozen === null && (
            <Button className="link-button" onPress={() => openDialog('move')}>
              {t('sharing.move.look')}
            </Button>
          )}
          {moved === null && frozen === null && <> {t('sharing.move.impossible')}</>}
        </p>
      )}
      {baseline === null && behind && (
        <p className="banner" role="status">
          {asked === null ? t('app.newRelease') : t('app.olderRelease', { date: date(release.createdAt) })}
          <Button className="link-button" onPress={() => showRelease(current)}>
            {asked === null ? t('app.showNewRelease') : t('app.showCurrent')}
          </Button>
        </p>
      )}
      <NotKept />
      <TabNotices />
    </section>
  );
}
