import { type ChangeEvent, type FormEvent, useRef, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { MAX_DWELLINGS } from '../../core/scenario/homes.ts';
import type { GivenProject } from '../../core/scenario/projects.ts';
import { announce } from '../controls/Announcer.tsx';
import { Problem } from '../controls/Problem.tsx';
import { SteppedNumber } from '../controls/SteppedNumber.tsx';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import { spotIn } from './coordinates.ts';
import { pointFor, stopPointing, usePointing } from './pointing.ts';
import { PROJECT_FILES, projectsIn } from './projectsFile.ts';
import { buildOn } from './siteEdits.ts';
import { addEdits } from './steps.ts';

/** A project on a place of its own: by coordinates, by pointing at the map, or from a file of another program. */
export function AddSite({ scenario }: { scenario: string }) {
  const { t } = useWords();
  const { ground, level } = useScene();
  const pointing = usePointing(state => state.take !== null);
  const file = useRef<HTMLInputElement>(null);
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [social, setSocial] = useState(20);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const spot = spotIn(text);

  const build = async (given: () => Promise<GivenProject[]> | GivenProject[]) => {
    setBusy(true);
    setFailed(null);
    try {
      const projects = await given();
      const edits = await Promise.all(projects.map(project => buildOn(ground, level, project)));
      addEdits(scenario, edits);
      announce(t('edit.site.added', { count: edits.length }));
      setText('');
      setTitle('');
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (spot === null || social <= 0) return;
    const geometry = { type: 'Point' as const, coordinates: [spot.lon, spot.lat] as [number, number] };
    void build(() => [{ title, geometry, social, private: 0 }]);
  };
  const point = () => {
    if (pointing) {
      stopPointing();
      return;
    }
    announce(t('edit.site.pointNow'));
    pointFor(({ lat, lon }) => setText(`${lat.toFixed(6)}, ${lon.toFixed(6)}`));
  };
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const [one] = event.target.files ?? [];
    event.target.value = '';
    if (one !== undefined) void build(() => projectsIn(one));
  };
  return (
    <details className="add-site">
      <summary>{t('edit.site.title')}</summary>
      <form className="site-fields" onSubmit={submit} aria-label={t('edit.site.title')}>
        <TextField value={title} onChange={setTitle} maxLength={200}>
          <Label className="field-label">{t('edit.title')}</Label>
          <Input className="input" />
        </TextField>
        <TextField value={text} onChange={setText} isInvalid={text !== '' && spot === null}>
          <Label className="field-label">{t('edit.site.coordinates')}</Label>
          <Input className="input" placeholder="51.0543, 3.7174" />
          {text !== '' && spot === null && <p className="note alarm">{t('edit.site.unreadable')}</p>}
        </TextField>
        <Button className="button" onPress={point} data-active={pointing}>
          {t(pointing ? 'edit.site.stop' : 'edit.site.point')}
        </Button>
        <SteppedNumber
          least={0}
          most={MAX_DWELLINGS}
          label={t('edit.unit.move')}
          value={social}
          onChange={setSocial}
        />
        <Button type="submit" className="button primary" isDisabled={busy || spot === null || social <= 0}>
          {t('edit.site.add')}
        </Button>
        <Button className="button" isDisabled={busy} onPress={() => file.current?.click()}>
          {t('edit.site.file')}
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          accept={PROJECT_FILES}
          aria-label={t('edit.site.file')}
          data-testid="projects-file"
          onChange={chosen}
        />
      </form>
      {pointing && (
        <p className="note" role="status">
          {t('edit.site.pointNow')}
        </p>
      )}
      {failed !== null && (
        <>
          <p className="note alarm">{t('edit.site.failed')}</p>
          <Problem error={failed} />
        </>
      )}
    </details>
  );
}
