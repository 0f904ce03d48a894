import { useState } from 'react';
import { Label, Text, TextArea, TextField } from 'react-aria-components';
import type { EvaluationSetting } from '../../core/scenario/evaluate.ts';
import { AGAINST, type AgainstId, type AreaCost } from '../../core/spreading/against.ts';
import { Choice } from '../controls/Choice.tsx';
import { setAsk, useSpreading } from './search.ts';
import { useSpreadWords } from './words.ts';

/** Lines of a code and a number, with a tab, semicolon or spaces between; null for what cannot be read. */
export function costsIn(text: string): AreaCost[] | null {
  const costs: AreaCost[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const [, code, number] = /^\s*(\S+?)\s*[;\t ]\s*([\d .]+(?:,\d+)?)\s*$/.exec(line) ?? [];
    if (code === undefined || number === undefined) return null;
    const cost = Number(number.replace(/[ .]/g, '').replace(',', '.'));
    if (!Number.isFinite(cost)) return null;
    costs.push({ code, cost });
  }
  return costs;
}

function Costs() {
  const { t } = useSpreadWords();
  const costs = useSpreading(state => state.ask.costs);
  const [text, setText] = useState(() =>
    (costs ?? []).map(({ code, cost }) => `${code}; ${cost}`).join('\n'),
  );
  const read = costsIn(text);
  return (
    <TextField
      value={text}
      onChange={next => {
        setText(next);
        setAsk({ costs: costsIn(next) ?? [] });
      }}
      isInvalid={read === null}
    >
      <Label className="field-label">{t('spreading.costs')}</Label>
      <TextArea className="input" rows={Math.min(8, Math.max(2, text.split('\n').length))} />
      <Text slot="description" className="quiet">
        {t('spreading.costsHelp')}
      </Text>
      {read === null && <p className="note alarm">{t('spreading.costsUnreadable')}</p>}
    </TextField>
  );
}

/** What the frontier weighs the objective against; only what there are figures for. */
export function AgainstField({ setting }: { setting: EvaluationSetting | null }) {
  const { t } = useSpreadWords();
  const against = useSpreading(state => state.ask.against) ?? 'child_poverty';
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
    </>
  );
}
