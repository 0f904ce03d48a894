import { LARGEST_SHARE } from '../../core/spreading/objectives.ts';
import { Choice } from '../controls/Choice.tsx';
import { Segments } from '../controls/Segments.tsx';
import { SteppedNumber } from '../controls/SteppedNumber.tsx';
import { sentence } from '../i18n/format.ts';
import { LimitField } from './LimitField.tsx';
import { objectiveChoice, objectiveOf, objectivesOf, secondIds } from './objectiveChoice.ts';
import { setAsk, useSpreading } from './search.ts';
import { useSpreadWords } from './words.ts';

const NONE = 'none';

/** What has to fall, and what may stand beside it. */
export function ObjectiveFields() {
  const { t, objective } = useSpreadWords();
  const { objective: asked, way = 'build' } = useSpreading(state => state.ask);
  const choice = objectiveChoice(asked);
  const change = (part: Partial<typeof choice>) => setAsk({ objective: objectiveOf({ ...choice, ...part }) });
  const option = (id: string) => ({ id, title: sentence(objective(id)) });
  const seconds = secondIds(choice.first);
  return (
    <>
      <Choice
        label={t('spreading.objective')}
        options={objectivesOf(way).map(option)}
        value={choice.first}
        onChange={first => change({ first })}
      />
      {seconds.length > 0 && (
        <Choice
          label={t('spreading.second')}
          options={[{ id: NONE, title: t('spreading.noSecond') }, ...seconds.map(option)]}
          value={choice.second ?? NONE}
          onChange={id => change({ second: id === NONE ? null : id })}
        />
      )}
      {choice.second !== null && choice.first !== LARGEST_SHARE && (
        <Segments
          label={t('spreading.how2')}
          options={[
            { id: 'order', title: t('spreading.inOrder') },
            { id: 'sum', title: t('spreading.inSum') },
          ]}
          value={choice.how}
          onChange={how => change({ how })}
        />
      )}
      {choice.second !== null && choice.how === 'order' && way === 'build' && (
        <LimitField
          label={t('spreading.tolerance', { objective: objective(choice.first) })}
          value={choice.tolerancePercent === 0 ? null : choice.tolerancePercent}
          usual={2}
          most={100}
          onChange={percent => change({ tolerancePercent: percent ?? 0 })}
        />
      )}
      {choice.second !== null && choice.how === 'sum' && (
        <SteppedNumber
          label={t('spreading.weight', { objective: objective(choice.first) })}
          value={choice.percent}
          least={1}
          most={99}
          onChange={percent => change({ percent })}
        />
      )}
    </>
  );
}
