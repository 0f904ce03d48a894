import { type FormEvent, useRef, useState } from 'react';
import { Button, Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import { drawingFault, type SiteGeometry } from '../../core/scenario/geometry.ts';
import { MAX_DWELLINGS } from '../../core/scenario/homes.ts';
import { SITE_PURPOSES, type SitePurpose } from '../../core/scenario/new-edits.ts';
import { announce } from '../controls/Announcer.tsx';
import { Problem } from '../controls/Problem.tsx';
import { Segments } from '../controls/Segments.tsx';
import { SteppedNumber } from '../controls/SteppedNumber.tsx';
import { startDrawing } from '../drawing/drawing.ts';
import { ShapeButtons } from '../drawing/ShapeButtons.tsx';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import { siteIn, spotText } from './coordinates.ts';
import { PlaceFunctions } from './PlaceFunctions.tsx';
import { ProjectsFile } from './ProjectsFile.tsx';
import { pointFor, stopPointing, usePointing } from './pointing.ts';
import { editOn, type GivenSite } from './siteEdits.ts';
import { addEdits } from './steps.ts';

/** What a purpose needs before its place can be chosen. */
const isReady = (purpose: SitePurpose, social: number, functions: readonly string[]): boolean => {
  if (purpose === 'build') return social > 0;
  return purpose === 'exclude' || functions.length > 0;
};

/**
 * A project, a zone without building or a new facility on a place of its own: drawn, pointed at, by its coordinates,
 * or, of projects, from a file of another program.
 */
export function AddSite({ scenario }: { scenario: string }) {
  const { t } = useWords();
  const { ground, level } = useScene();
  const pointing = usePointing(state => state.take !== null);
  const [purpose, setPurpose] = useState<SitePurpose>('build');
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [social, setSocial] = useState(20);
  const [functions, setFunctions] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const written = siteIn(text);
  const fault = written === null ? null : drawingFault(written);
  const ready = isReady(purpose, social, functions);

  const add = async (given: readonly GivenSite[], as: SitePurpose) => {
    addEdits(scenario, await Promise.all(given.map(one => editOn(ground, level, as, one))));
    announce(given.length === 1 ? t(`drawing.added.${as}`) : t('edit.site.added', { count: given.length }));
    setTitle('');
  };
  const addSite = (geometry: SiteGeometry) =>
    add([{ title, geometry, social, private: 0, functions }], purpose);
  // What is filled in while the drawing is made counts too.
  const latest = useRef(addSite);
  latest.current = addSite;
  const attempt = async (act: () => Promise<void>) => {
    setBusy(true);
    setFailed(null);
    try {
      await act();
      setText('');
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (written === null || !ready || fault !== null) return;
    void attempt(() => addSite(written));
  };
  const point = () => {
    if (pointing) stopPointing();
    else pointFor(spot => setText(spotText(spot)));
  };
  return (
    <details className="add-site">
      <summary>{t('edit.site.title')}</summary>
      <form className="site-fields" onSubmit={submit} aria-label={t('edit.site.title')}>
        <Segments
          label={t('drawing.purpose')}
          options={SITE_PURPOSES.map(id => ({ id, title: t(`drawing.purposes.${id}`) }))}
          value={purpose}
          onChange={setPurpose}
        />
        <TextField value={title} onChange={setTitle} maxLength={200}>
          <Label className="field-label">{t(`drawing.names.${purpose}`)}</Label>
          <Input className="input" />
        </TextField>
        {purpose === 'build' && (
          <SteppedNumber
            least={0}
            most={MAX_DWELLINGS}
            label={t('edit.unit.move')}
            value={social}
            onChange={setSocial}
          />
        )}
        {purpose === 'open-facility' && <PlaceFunctions value={functions} onChange={setFunctions} />}
        {!ready && purpose === 'open-facility' && <p className="quiet">{t('drawing.needFunctions')}</p>}
        <ShapeButtons
          isDisabled={!ready || busy}
          onShape={shape => startDrawing({ kind: 'draw', shape, take: geometry => latest.current(geometry) })}
        >
          <Button className="button" onPress={point} data-active={pointing}>
            {t(pointing ? 'edit.site.stop' : 'edit.site.point')}
          </Button>
        </ShapeButtons>
        {pointing && (
          <p className="note" role="status">
            {t('edit.site.pointNow')}
          </p>
        )}
        <TextField value={text} onChange={setText} isInvalid={text !== '' && written === null}>
          <Label className="field-label">{t('edit.site.coordinates')}</Label>
          <TextArea
            className="input"
            rows={Math.min(8, text.split('\n').length)}
            placeholder="51.0543, 3.7174"
          />
          <Text slot="description" className="quiet">
            {t('edit.site.coordinatesHelp')}
          </Text>
          {text !== '' && written === null && <p className="note alarm">{t('edit.site.unreadable')}</p>}
          {fault !== null && <p className="note alarm">{t(`drawing.fault.${fault.kind}`)}</p>}
        </TextField>
        <Button
          type="submit"
          className="button primary"
          isDisabled={busy || !ready || written === null || fault !== null}
        >
          {t(`drawing.add.${purpose}`)}
        </Button>
        {purpose === 'build' && (
          <ProjectsFile
            isDisabled={busy}
            onProjects={read =>
              void attempt(async () => {
                const projects = await read();
                await add(
                  projects.map(one => ({ ...one, functions: [] })),
                  'build',
                );
              })
            }
          />
        )}
      </form>
      {failed !== null && (
        <>
          <p className="note alarm">{t('edit.site.failed')}</p>
          <Problem error={failed} />
        </>
      )}
    </details>
  );
}
