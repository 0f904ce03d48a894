import { useState } from 'react';
import { Button } from 'react-aria-components';
import { differingOf } from '../../core/scenario/differing.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { announce } from '../controls/Announcer.tsx';
import { Problem } from '../controls/Problem.tsx';
import { useWords } from '../i18n/words.ts';
import { sameContent } from '../state/versions.ts';
import { DifferingList } from './DifferingList.tsx';
import { branchScenario, restoreVersion } from './versionSteps.ts';

type Props = {
  scenario: ScenarioDocument;
  /** When it was kept, and what it is called. */
  at: string;
  title: string;
  /** What it changed, in short. */
  what: string;
  /** Where it is not here yet, the way to get it. */
  document: ScenarioDocument | (() => Promise<ScenarioDocument>);
  onDone: () => void;
};

/** One version: when and what, and folded away how it differs from now and what can be done with it. */
export function VersionItem({ scenario, at, title, what, document, onDone }: Props) {
  const { t, dateTime } = useWords();
  const [loaded, setLoaded] = useState(typeof document === 'function' ? null : document);
  const [failed, setFailed] = useState<unknown>(null);
  const [open, setOpen] = useState(false);
  const load = () => {
    if (loaded !== null || typeof document !== 'function') return;
    setFailed(null);
    document().then(setLoaded, setFailed);
  };
  const when = dateTime(at);
  const restore = (version: ScenarioDocument) => {
    restoreVersion(scenario.id, { document: version });
    announce(t('sharing.versionRestored', { date: when }));
    onDone();
  };
  const branch = (version: ScenarioDocument) => {
    branchScenario(version);
    onDone();
  };
  return (
    <li>
      <details
        onToggle={event => {
          setOpen(event.currentTarget.open);
          if (event.currentTarget.open) load();
        }}
      >
        <summary>
          <strong>{when}</strong> {title}
          <span className="quiet version-what">{what}</span>
        </summary>
        {failed !== null && <Problem error={failed} onRetry={load} />}
        {open && loaded !== null && (
          <>
            {sameContent(scenario, loaded) ? (
              <p className="quiet">{t('sharing.likeNow')}</p>
            ) : (
              <>
                <p className="field-label">{t('sharing.differsFromNow')}</p>
                <DifferingList
                  differing={differingOf(scenario, loaded)}
                  label={t('sharing.differsFromNow')}
                />
              </>
            )}
            <div className="actions">
              <Button
                className="button"
                isDisabled={sameContent(scenario, loaded)}
                onPress={() => restore(loaded)}
              >
                {t('sharing.restoreVersion')}
              </Button>
              <Button className="button" onPress={() => branch(loaded)}>
                {t('sharing.branchVersion')}
              </Button>
            </div>
          </>
        )}
      </details>
    </li>
  );
}
