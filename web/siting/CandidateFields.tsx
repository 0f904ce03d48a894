import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { Choice } from '../controls/Choice.tsx';
import { Icon } from '../controls/Icon.tsx';
import { SteppedNumber } from '../controls/SteppedNumber.tsx';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { spotIn, spotText } from '../scenario/coordinates.ts';
import { usePointing } from '../scenario/pointing.ts';
import { CANDIDATES, setSitingAsk, useSitingAsk } from './ask.ts';
import { pointAtSites, setPoints, stopPointing, undoPoints, useCanUndoPoints, usePoints } from './points.ts';

/** Possible sites by hand: pointed at on the map, or by their coordinates. */
function PointsField({ scenario }: { scenario: string }) {
  const { t } = useWords();
  const points = usePoints();
  const canUndo = useCanUndoPoints();
  const pointing = usePointing(state => state.take !== null);
  const [text, setText] = useState('');
  const spot = spotIn(text);
  const add = () => {
    if (spot === null) return;
    setPoints([...points, spot]);
    setText('');
  };
  return (
    <fieldset className="siting-points">
      <legend className="field-label">{t('siting.points', { count: points.length })}</legend>
      <div className="actions">
        <Button
          className="button"
          data-active={pointing}
          onPress={() => (pointing ? stopPointing() : pointAtSites(scenario))}
        >
          {t(pointing ? 'siting.stopPointing' : 'siting.point')}
        </Button>
        <Button className="button" isDisabled={!canUndo} onPress={undoPoints}>
          {t('siting.undoPoint')}
        </Button>
      </div>
      <TextField value={text} onChange={setText} isInvalid={text !== '' && spot === null}>
        <Label className="field-label">{t('siting.coordinates')}</Label>
        <Input
          className="input"
          placeholder="51.0543, 3.7174"
          onKeyDown={event => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
      </TextField>
      <Button className="button" isDisabled={spot === null} onPress={add}>
        {t('siting.addPoint')}
      </Button>
      <ol className="siting-point-list">
        {points.map((point, k) => (
          <li key={`${point.lat} ${point.lon}`}>
            <span>{spotText(point)}</span>
            <Button
              className="icon-button"
              aria-label={t('siting.removePoint', { place: spotText(point) })}
              onPress={() => setPoints(points.filter((_, other) => other !== k))}
            >
              <Icon name="close" size={14} />
            </Button>
          </li>
        ))}
      </ol>
    </fieldset>
  );
}

/** Where a place could come. */
export function CandidateFields({ scenario }: { scenario: string }) {
  const { t } = useWords();
  const { candidates, sideM } = useSitingAsk();
  return (
    <>
      <Choice
        label={t('siting.candidates')}
        options={CANDIDATES.map(id => ({
          id,
          title: sentence(t(`siting.candidate.${id}`)),
          detail: t(`siting.candidateHelp.${id}`),
        }))}
        value={candidates}
        onChange={id => setSitingAsk({ candidates: CANDIDATES.find(one => one === id) ?? 'lattice' })}
      />
      {candidates === 'lattice' && (
        <SteppedNumber
          label={t('siting.side')}
          value={sideM}
          least={50}
          most={2000}
          step={50}
          onChange={next => setSitingAsk({ sideM: next })}
        />
      )}
      {candidates === 'points' && <PointsField scenario={scenario} />}
    </>
  );
}
