import { type KeyboardEvent, useEffect } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { announce } from '../controls/Announcer.tsx';
import { useWords } from '../i18n/words.ts';
import { markOnMap } from '../map/shared.ts';
import { type Spot, spotIn, spotText } from '../scenario/coordinates.ts';
import { usePointing } from '../scenario/pointing.ts';

/** Metres of a degree of latitude, near enough for a step of a hand. */
const metresPerDegree = 111_320;
const directions: Readonly<Record<string, [east: number, north: number]>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

function stepped({ lat, lon }: Spot, [east, north]: readonly [number, number], metres: number): Spot {
  const perDegree = metresPerDegree * Math.cos((lat * Math.PI) / 180);
  return { lat: lat + (north * metres) / metresPerDegree, lon: lon + (east * metres) / perDegree };
}

/** Where a place lies: by coordinates, by the arrow keys in metres, or by pointing on the map. */
export function WhereField({ where, onChange }: { where: string; onChange: (where: string) => void }) {
  const { t } = useWords();
  const spot = spotIn(where);
  const pointing = usePointing(state => state.take !== null);
  useEffect(() => {
    markOnMap(spotIn(where));
    return () => markOnMap(null);
  }, [where]);
  const move = (event: KeyboardEvent) => {
    const direction = directions[event.key];
    if (direction === undefined || spot === null) return;
    event.preventDefault();
    const next = spotText(stepped(spot, direction, event.shiftKey ? 10 : 1));
    onChange(next);
    announce(next);
  };
  return (
    <div className="place-where">
      <TextField value={where} onChange={onChange} isInvalid={spot === null}>
        <Label className="field-label">{t('places.fields.geometry')}</Label>
        <Input className="input" placeholder="51.0543, 3.7174" />
      </TextField>
      {spot === null && <p className="note">{t('places.faults.where')}</p>}
      <div className="actions">
        <button
          type="button"
          className="button"
          onKeyDown={move}
          disabled={spot === null}
          aria-describedby="move-help"
        >
          {t('places.move')}
        </button>
        <Button
          className="button"
          onPress={() => usePointing.setState({ take: pointing ? null : at => onChange(spotText(at)) })}
        >
          {pointing ? t('places.stopPointing') : t('places.point')}
        </Button>
      </div>
      <p className="quiet" id="move-help">
        {pointing ? t('places.pointHelp') : t('places.moveHelp')}
      </p>
    </div>
  );
}
