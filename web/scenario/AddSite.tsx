import { type FormEvent, useState } from 'react';
import { Button, Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import { drawingFault } from '../../core/scenario/geometry.ts';
import { MAX_DWELLINGS } from '../../core/scenario/homes.ts';
import { SITE_PURPOSES } from '../../core/scenario/new-edits.ts';
import { Problem } from '../controls/Problem.tsx';
import { Segments } from '../controls/Segments.tsx';
import { SteppedNumber } from '../controls/SteppedNumber.tsx';
import { ShapeButtons } from '../drawing/ShapeButtons.tsx';
import { useWords } from '../i18n/words.ts';
import { siteIn, spotText } from './coordinates.ts';
import { PlaceFunctions } from './PlaceFunctions.tsx';
import { ProjectsFile } from './ProjectsFile.tsx';
import { pointFor, stopPointing, usePointing } from './pointing.ts';
import { isSiteReady, setSiteDraft, useNewSite, useSiteDraft } from './siteDraft.ts';

/**
 * A project, a zone without building or a new facility on a place of its own: drawn, pointed at, by its coordinates,
 * or, of projects, from a file of another program.
 */
export function AddSite({ scenario }: { scenario: string }) {
  const { t } = useWords();
  const pointing = usePointing(state => state.take !== null);
  const draft = useSiteDraft();
  const { purpose, title, social, functions } = draft;
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const written = siteIn(text);
  const fault = written === null ? null : drawingFault(written);
  const ready = isSiteReady(draft);
  const { add, addSite, draw } = useNewSite(scenario);
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
    else pointFor(scenario, spot => setText(spotText(spot)));
  };
  return (
    <details
      className="add-site"
      open={draft.open}
      onToggle={event => setSiteDraft({ open: event.currentTarget.open })}
    >
      <summary>{t('edit.site.title')}</summary>
      <form className="site-fields" onSubmit={submit} aria-label={t('edit.site.title')}>
        <Segments
          label={t('drawing.purpose')}
          options={SITE_PURPOSES.map(id => ({ id, title: t(`drawing.purposes.${id}`) }))}
          value={purpose}
          onChange={next => setSiteDraft({ purpose: next })}
        />
        <TextField value={title} onChange={next => setSiteDraft({ title: next })} maxLength={200}>
          <Label className="field-label">{t(`drawing.names.${purpose}`)}</Label>
          <Input className="input" />
        </TextField>
        {purpose === 'build' && (
          <SteppedNumber
            least={0}
            most={MAX_DWELLINGS}
            label={t('edit.unit.move')}
            value={social}
            onChange={next => setSiteDraft({ social: next })}
          />
        )}
        {purpose === 'open-facility' && (
          <PlaceFunctions value={functions} onChange={next => setSiteDraft({ functions: next })} />
        )}
        {!ready && purpose === 'open-facility' && <p className="quiet">{t('drawing.needFunctions')}</p>}
        <ShapeButtons isDisabled={!ready || busy} onShape={draw}>
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
