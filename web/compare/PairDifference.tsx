import { isSpatial } from '../../core/concentration/spatial-registry.ts';
import { Problem } from '../controls/Problem.tsx';
import { type PairAnswer, usePair } from '../data/comparison.ts';
import { pairCommand } from './commands.ts';
import { useCompared, useCompareWords } from './comparison.tsx';
import { useLackWords } from './lackWords.ts';
import { pairVerdict } from './pairVerdict.ts';
import { Reproduce } from './Reproduce.tsx';
import type { CompareRow } from './rows.ts';

function Difference({
  answer,
  first,
  second,
}: {
  answer: PairAnswer;
  first: CompareRow;
  second: CompareRow;
}) {
  const { t, regions, writeApart, share, index: plain } = useCompareWords();
  const lackText = useLackWords();
  const turned = answer.corrected < 0;
  const { low, high } = answer.interval;
  const small = [
    { name: first.name, lack: first.lack ?? answer.first.lack },
    { name: second.name, lack: second.lack ?? answer.second.lack },
  ].flatMap(({ name, lack }) => (lack === null ? [] : [{ name, lack }]));
  return (
    <>
      <p>
        {t('compare.pair.difference', {
          higher: turned ? second.name : first.name,
          lower: turned ? first.name : second.name,
          difference: writeApart(Math.abs(answer.corrected)),
          low: writeApart(turned ? -high : low),
          high: writeApart(turned ? -low : high),
        })}{' '}
        <strong>
          {small.length > 0 ? t('compare.pair.small') : t(`compare.pair.${pairVerdict(answer)}`, { regions })}
        </strong>
      </p>
      {small.map(({ name, lack }) => (
        <p key={name}>
          {name}: {lackText(lack)}
        </p>
      ))}
      <p className="quiet">{t('compare.pair.p', { share: share(answer.p), p: plain(answer.p) })}</p>
    </>
  );
}

/** Where exactly two regions are chosen: how far apart they are, and what chance makes of that. */
export function PairDifference() {
  const { t, count } = useCompareWords();
  const { ground, question, chance, chosen, rows, index } = useCompared();
  const [first, second] = chosen.map(code => rows.find(row => row.code === code));
  const measured = [first, second].every(row => row !== undefined && !Number.isNaN(row.value));
  const asked = chosen.length === 2 && measured && !isSpatial(index);
  const pair = asked ? ([chosen[0] ?? '', chosen[1] ?? ''] as const) : null;
  const { data, error, refetch } = usePair(ground, question, pair, chance);
  if (isSpatial(index) || chance === null) return null;
  if (chosen.length === 1) return <p className="quiet">{t('compare.pair.more')}</p>;
  if (pair === null || first === undefined || second === undefined) return null;
  return (
    <section className="pair" aria-label={t('compare.pair.title')} data-testid="pair">
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && (
        <p className="quiet" role="status">
          {t('compare.pair.waiting', {
            draws: count(chance.draws),
            first: first.name,
            second: second.name,
          })}
        </p>
      )}
      {data !== undefined && <Difference answer={data} first={first} second={second} />}
      <Reproduce
        testId="pair-command"
        commands={[
          {
            label: t('compare.how.pairCommand', { first: first.name, second: second.name }),
            text: pairCommand(ground, question, chance, pair),
          },
        ]}
      />
    </section>
  );
}
