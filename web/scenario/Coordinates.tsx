import { useId, useState } from 'react';
import { Button, Input, TextField } from 'react-aria-components';
import {
  type Corner,
  cornerAdded,
  cornerMoved,
  cornerRemoved,
  cornersOf,
} from '../../core/scenario/corners.ts';
import type { Edit } from '../../core/scenario/edit.ts';
import { drawnAs } from '../../core/scenario/edits.ts';
import { drawingFault, type SiteGeometry } from '../../core/scenario/geometry.ts';
import { hasHoles } from '../../core/scenario/polygons.ts';
import { redrawn } from '../../core/scenario/sites.ts';
import { announce } from '../controls/Announcer.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { Problem } from '../controls/Problem.tsx';
import type { Fault } from '../drawing/drawing.ts';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import { spotIn, spotText } from './coordinates.ts';
import { sitePartsFor } from './siteEdits.ts';
import { changeEdit } from './steps.ts';

/** Beyond this many the rest is shown on request. */
const FIRST = 40;

type RowProps = {
  corner: Corner;
  n: number;
  isPoint: boolean;
  isDisabled: boolean;
  onMove: (to: [number, number]) => void;
  onAdd: () => void;
  onRemove: () => void;
};

function CornerRow({ corner, n, isPoint, isDisabled, onMove, onAdd, onRemove }: RowProps) {
  const { t } = useWords();
  const shown = spotText(corner);
  const [draft, setDraft] = useState({ of: shown, text: shown });
  // What was typed for a corner that has moved since is no longer about it.
  const text = draft.of === shown ? draft.text : shown;
  const spot = spotIn(text);
  const commit = () => {
    if (text !== shown && spot !== null) onMove([spot.lon, spot.lat]);
  };
  return (
    <tr>
      <td>
        <TextField
          value={text}
          onChange={written => setDraft({ of: shown, text: written })}
          isInvalid={spot === null}
          onBlur={commit}
          aria-label={isPoint ? t('drawing.coordinates.point') : t('drawing.coordinates.corner', { n })}
        >
          <Input
            className="input"
            onKeyDown={event => {
              if (event.key === 'Enter') commit();
            }}
          />
        </TextField>
        {spot === null && <p className="note alarm">{t('edit.site.unreadable')}</p>}
      </td>
      {!isPoint && (
        <td>
          <IconButton
            icon="plus"
            label={t('drawing.coordinates.add', { n })}
            isDisabled={isDisabled}
            onPress={onAdd}
          />
          <IconButton
            icon="trash"
            label={t('drawing.coordinates.remove', { n })}
            isDisabled={isDisabled || !corner.removable}
            onPress={onRemove}
          />
        </td>
      )}
    </tr>
  );
}

/** The shape of an edit as a table of its corners: everything that a hand can do on the map, by numbers. */
export function Coordinates({ scenario, edit }: { scenario: string; edit: Edit }) {
  const { t } = useWords();
  const { ground, level } = useScene();
  const [all, setAll] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const title = useId();
  const geometry = drawnAs(edit);
  if (geometry === null) return null;
  const corners = cornersOf(geometry);

  const write = async (next: SiteGeometry, said: string) => {
    const found = drawingFault(next)?.kind ?? null;
    setFault(found);
    setFailed(null);
    if (found !== null) {
      announce(t(`drawing.fault.${found}`));
      return;
    }
    setBusy(true);
    try {
      const parts = await sitePartsFor(ground, level, edit.kind, next);
      changeEdit(scenario, edit.id, one => redrawn(one, next, parts));
      announce(said);
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="coordinates" data-testid="coordinates">
      <h4 className="field-label" id={title}>
        {t('drawing.coordinates.title', { count: corners.length })}
      </h4>
      {hasHoles(geometry) && <p className="quiet">{t('drawing.coordinates.holes')}</p>}
      <table aria-labelledby={title}>
        <tbody>
          {corners.slice(0, all ? undefined : FIRST).map((corner, i) => (
            <CornerRow
              key={`${corner.polygon}.${corner.ring}.${corner.at}`}
              corner={corner}
              n={i + 1}
              isPoint={geometry.type === 'Point'}
              isDisabled={busy}
              onMove={to =>
                void write(cornerMoved(geometry, corner, to), t('drawing.coordinates.moved', { n: i + 1 }))
              }
              onAdd={() =>
                void write(cornerAdded(geometry, corner), t('drawing.coordinates.added', { n: i + 1 }))
              }
              onRemove={() =>
                void write(cornerRemoved(geometry, corner), t('drawing.coordinates.removed', { n: i + 1 }))
              }
            />
          ))}
        </tbody>
      </table>
      {corners.length > FIRST && !all && (
        <Button className="link-button" onPress={() => setAll(true)}>
          {t('drawing.coordinates.more', { count: corners.length })}
        </Button>
      )}
      {fault !== null && (
        <p className="note alarm" role="alert">
          {t(`drawing.fault.${fault}`)}
        </p>
      )}
      {failed !== null && <Problem error={failed} />}
    </div>
  );
}
