import { Checkbox } from 'react-aria-components';
import type { EvaluationSetting } from '../../core/scenario/evaluate.ts';
import { AGAINST, type AgainstId } from '../../core/spreading/against.ts';
import { Choice } from '../controls/Choice.tsx';
import { Icon } from '../controls/Icon.tsx';
import { CodeNumbers } from './CodeNumbers.tsx';
import { setAsk, useSpreading } from './search.ts';
import { useSpreadWords } from './words.ts';

function Costs() {
  const { t } = useSpreadWords();
  const costs = useSpreading(state => state.ask.costs) ?? [];
  return (
    <CodeNumbers
      label={t('spreading.costs')}
      help={t('spreading.costsHelp')}
      value={costs.map(({ code, cost }) => ({ code, number: cost }))}
      onChange={lines => setAsk({ costs: lines.map(({ code, number }) => ({ code, cost: number })) })}
    />
  );
}

/** What the frontier weighs the objective against; only what there are figures for. */
export function AgainstField({ setting }: { setting: EvaluationSetting | null }) {
  const { t } = useSpreadWords();
  const against = useSpreading(state => state.ask.against) ?? 'child_poverty';
  const proven = useSpreading(state => state.ask.provenFrontier) ?? false;
  const has: Record<AgainstId, boolean> = {
    child_poverty: Boolean(setting?.poverty),
    play_distance: Boolean(setting?.reach?.facilities.some(one => one.functions.includes('play'))),
    meeting_distance: Boolean(setting?.reach?.facilities.some(one => one.functions.includes('meeting'))),
    dwelling_cost: true,
  };
  const options = AGAINST.filter(id => has[id] || id === against).map(id => ({
    id,
    title: t(`spreading.againstIds.${id}`),
  }));
  return (
    <>
      <Choice
        label={t('spreading.against')}
        options={options}
        value={against}
        onChange={id => setAsk({ against: id as AgainstId })}
      />
      {against === 'dwelling_cost' && <Costs />}
      <Checkbox
        className="checkbox"
        isSelected={proven}
        onChange={provenFrontier => setAsk({ provenFrontier })}
      >
        <span className="checkbox-mark">
          <Icon name="check" size={14} />
        </span>
        {t('spreading.provenFrontier')}
      </Checkbox>
    </>
  );
}
