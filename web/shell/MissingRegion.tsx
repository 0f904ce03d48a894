import { Button } from 'react-aria-components';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { ReleaseView } from '../data/types.ts';
import { useWords } from '../i18n/words.ts';
import { downloadScenario } from '../scenario/file.ts';
import { showRelease } from '../state/release.ts';
import { chooseRegion } from './choose.ts';

type Props = {
  region: string;
  /** The scenario that names the region; null when the address does. */
  scenario: ScenarioDocument | null;
  release: ReleaseView;
  current: ReleaseView | undefined;
};

/** A region that is not in this release: nothing is shown or computed in its stead before the person chooses. */
export function MissingRegion({ region, scenario, release, current }: Props) {
  const { t } = useWords();
  const inNewest =
    scenario === null && current !== undefined && current.regions.some(one => one.id === region);
  return (
    <section className="empty" data-testid="missing-region">
      <h1>{t('missingRegion.title', { region })}</h1>
      <p>
        {scenario === null
          ? t('missingRegion.address', { region })
          : t('missingRegion.scenario', { region, title: scenario.title })}
      </p>
      <p>{t('missingRegion.wayOut')}</p>
      <div className="actions">
        {inNewest && (
          <Button className="button primary" onPress={() => showRelease(current)}>
            {t('app.showCurrent')}
          </Button>
        )}
        {release.regions.map(one => (
          <Button key={one.id} className="button" onPress={() => chooseRegion(one.id)}>
            {t('missingRegion.open', { region: one.title })}
          </Button>
        ))}
        {scenario !== null && (
          <Button className="button" onPress={() => downloadScenario(scenario)}>
            {t('scenario.download')}
          </Button>
        )}
      </div>
    </section>
  );
}
