import { Input, Label, NumberField } from 'react-aria-components';
import { playNorms } from '../../core/access/norms.ts';
import type { ScenarioDocument, ScenarioParameters } from '../../core/scenario/document.ts';
import { DETOUR, REACH_M } from '../../core/scenario/reach.ts';
import { Choice } from '../controls/Choice.tsx';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { setParameters } from './steps.ts';

const OWN = 'own';

/** From how far a place counts as within reach, to be read and changed. */
export function ReachSettings({ scenario: { id, parameters } }: { scenario: ScenarioDocument }) {
  const { t, text, count } = useWords();
  const set = (change: ScenarioParameters, gesture: string | null) =>
    setParameters(id, { ...parameters, ...change }, gesture);
  const play = parameters.playWithinM ?? REACH_M.play;
  const norm = playNorms.find(one => one.metres === play)?.id ?? OWN;
  const field = (
    member: 'playWithinM' | 'meetingWithinM' | 'detour',
    label: string,
    value: number,
    limits: { minValue: number; maxValue: number; step: number },
  ) => (
    <NumberField
      className="number"
      value={value}
      {...limits}
      onChange={next => {
        if (!Number.isNaN(next)) set({ [member]: next }, member);
      }}
    >
      <Label className="field-label">{label}</Label>
      <Input className="input" />
    </NumberField>
  );
  const metres = { minValue: 1, maxValue: 20_000, step: 1 };
  return (
    <details className="how assumptions">
      <summary>{t('figures.reach.settings')}</summary>
      <p>{t('figures.reach.norms', { metres: count(REACH_M.meeting) })}</p>
      <Choice
        label={t('figures.reach.norm')}
        value={norm}
        options={[
          ...playNorms.map(one => ({
            id: one.id,
            title: `${count(one.metres)} m: ${sentence(text(one.title))}`,
            detail: text(one.source),
          })),
          { id: OWN, title: t('figures.reach.noNorm') },
        ]}
        onChange={chosen => {
          const found = playNorms.find(one => one.id === chosen);
          if (found !== undefined && found.metres !== play) set({ playWithinM: found.metres }, null);
        }}
      />
      {field('playWithinM', t('figures.reach.playWithin'), play, metres)}
      {field(
        'meetingWithinM',
        t('figures.reach.meetingWithin'),
        parameters.meetingWithinM ?? REACH_M.meeting,
        metres,
      )}
      {field('detour', t('figures.reach.detour'), parameters.detour ?? DETOUR, {
        minValue: 1,
        maxValue: 3,
        step: 0.05,
      })}
    </details>
  );
}
