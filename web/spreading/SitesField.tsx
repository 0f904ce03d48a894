import { type ChangeEvent, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Edit } from '../../core/scenario/edit.ts';
import type { SiteAsk } from '../../core/spreading/coupled/ask.ts';
import { announce } from '../controls/Announcer.tsx';
import { Problem } from '../controls/Problem.tsx';
import { useScene } from '../state/scene.tsx';
import { idleProjects, SITE_FILES, sitesIn } from './siteFile.ts';
import { useSpreadWords } from './words.ts';

type Props = {
  edits: readonly Edit[];
  sites: readonly SiteAsk[] | null;
  onChange: (sites: SiteAsk[] | null) => void;
};

/** Building sites, of a file or of the projects that are switched off, in place of whole areas. */
export function SitesField({ edits, sites, onChange }: Props) {
  const { t, count } = useSpreadWords();
  const { ground, level } = useScene();
  const [error, setError] = useState<unknown>(null);
  const [reading, setReading] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const idle = idleProjects(edits);
  const told = (all: readonly SiteAsk[]): string => {
    const room = all.reduce((sum, { most }) => sum + (most ?? Number.POSITIVE_INFINITY), 0);
    return t(Number.isFinite(room) ? 'spreading.sitesRoom' : 'spreading.sitesCount', {
      count: all.length,
      areas: count(new Set(all.map(({ area }) => area)).size),
      room: count(room),
    });
  };
  const take = (all: SiteAsk[]) => {
    setError(null);
    onChange(all);
    announce(told(all));
  };
  const chosen = async (event: ChangeEvent<HTMLInputElement>) => {
    const [one] = event.target.files ?? [];
    event.target.value = '';
    if (one === undefined) return;
    setReading(true);
    try {
      take(await sitesIn(one, ground, level));
    } catch (refused) {
      setError(refused);
    }
    setReading(false);
  };
  return (
    <fieldset className="spread-sites" data-testid="spread-sites">
      <legend className="field-label">{t('spreading.sitesLegend')}</legend>
      <p className={sites === null ? 'quiet' : undefined}>
        {sites === null ? t('spreading.sitesEvery') : told(sites)}
      </p>
      <div className="actions">
        <Button className="button" isDisabled={reading} onPress={() => file.current?.click()}>
          {t('spreading.sitesFile')}
        </Button>
        {idle.length > 0 && (
          <Button className="button" onPress={() => take(idle)}>
            {t('spreading.sitesIdle', { count: idle.length })}
          </Button>
        )}
        {sites !== null && (
          <Button className="button" onPress={() => onChange(null)}>
            {t('spreading.sitesNone')}
          </Button>
        )}
      </div>
      <input
        ref={file}
        type="file"
        hidden
        accept={SITE_FILES}
        aria-label={t('spreading.sitesFile')}
        data-testid="sites-file"
        onChange={chosen}
      />
      <p className="quiet">{t('spreading.sitesHelp')}</p>
      {error !== null && <Problem error={error} />}
    </fieldset>
  );
}
