import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { differingOf } from '../../core/scenario/differing.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { announce } from '../controls/Announcer.tsx';
import { Sheet } from '../controls/Sheet.tsx';
import { useWords } from '../i18n/words.ts';
import { keepVersion, versionsOf } from '../state/versionKeeping.ts';
import type { Version } from '../state/versions.ts';
import { useWorkspace } from '../state/workspace.ts';
import { useDifferingWords } from './differingWords.ts';
import { ServerVersions } from './ServerVersions.tsx';
import { VersionItem } from './VersionItem.tsx';

type Props = { scenario: ScenarioDocument; onClose: () => void };

/** What a scenario was: to look at, to put back, or to go on from another way. */
export function VersionsDialog({ scenario, onClose }: Props) {
  const { t, dateTime } = useWords();
  const { short } = useDifferingWords();
  const link = useWorkspace(state => state.links.get(scenario.id));
  const [name, setName] = useState('');
  const [versions, setVersions] = useState<readonly Version[]>([]);
  const [fault, setFault] = useState<'unread' | 'unkept' | null>(null);
  const { id } = scenario;
  const read = useCallback(() => {
    versionsOf(id).then(setVersions, () => setFault('unread'));
  }, [id]);
  useEffect(read, [read]);
  const keep = (event: FormEvent) => {
    event.preventDefault();
    const called = name.trim() || t('sharing.defaultVersion', { date: dateTime(new Date().toISOString()) });
    keepVersion(scenario, 'named', called).then(
      () => {
        announce(t('sharing.versionKept', { name: called }));
        setName('');
        setFault(null);
        read();
      },
      () => setFault('unkept'),
    );
  };
  const since = (place: number) => {
    const previous = versions[place + 1];
    const now = versions[place];
    if (now === undefined || previous === undefined) return t('sharing.firstVersion');
    return t('sharing.sincePrevious', { what: short(differingOf(previous.document, now.document)) });
  };
  const owned = link !== undefined && link.secret !== null && link.via !== 'link';
  return (
    <Sheet title={t('sharing.versions')} onClose={onClose}>
      <p className="quiet">{t('sharing.versionsHelp')}</p>
      <form className="beside" onSubmit={keep}>
        <TextField value={name} onChange={setName} maxLength={100}>
          <Label className="field-label">{t('sharing.versionName')}</Label>
          <Input className="input" autoComplete="off" />
        </TextField>
        <Button type="submit" className="button primary">
          {t('sharing.keepVersion')}
        </Button>
      </form>
      {fault !== null && (
        <p className="note alarm" role="alert">
          {t(fault === 'unkept' ? 'sharing.versionNotKept' : 'sharing.versionsUnread')}
        </p>
      )}
      <section>
        {owned && <h3>{t('sharing.inBrowser')}</h3>}
        {versions.length === 0 && <p className="quiet">{t('sharing.noVersions')}</p>}
        <ul className="versions" data-testid="versions">
          {versions.map((version, place) => (
            <VersionItem
              key={version.id}
              scenario={scenario}
              at={version.at}
              title={version.name === '' ? t(`sharing.moment.${version.moment}`) : `“${version.name}”`}
              what={since(place)}
              document={version.document}
              onDone={onClose}
            />
          ))}
        </ul>
      </section>
      {owned && <ServerVersions scenario={scenario} link={link} onDone={onClose} />}
    </Sheet>
  );
}
