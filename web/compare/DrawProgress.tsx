import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { Problem } from '../controls/Problem.tsx';
import { Skeleton } from '../controls/Skeleton.tsx';
import type { Drawn } from '../data/comparison.ts';
import { useCompared, useCompareWords } from './comparison.tsx';

const CANCEL_AFTER_MS = 3000;

/** True once something has gone on for a while. */
function useLasting(going: boolean): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (!going) return;
    const timer = setTimeout(() => setLong(true), CANCEL_AFTER_MS);
    return () => clearTimeout(timer);
  }, [going]);
  return long && going;
}

/** What is being drawn, a way to stop it, and a way to have it after all. */
export function Progress({ drawn, doing, done }: { drawn: Drawn<unknown>; doing: string; done: string }) {
  const { t } = useCompareWords();
  const lasting = useLasting(drawn.running);
  if (drawn.error !== null && !drawn.running) return <Problem error={drawn.error} onRetry={drawn.again} />;
  if (drawn.data === undefined) return null;
  return (
    <p className="draw-progress" data-running={drawn.running} role="status" data-testid="draw-progress">
      <span className="quiet">
        {drawn.running ? doing : drawn.cancelled ? t('compare.progress.cancelled') : done}
      </span>
      {lasting && (
        <Button className="link-button" onPress={drawn.cancel}>
          {t('compare.progress.cancel')}
        </Button>
      )}
      {drawn.cancelled && (
        <Button className="link-button" onPress={drawn.again}>
          {t('compare.progress.again')}
        </Button>
      )}
    </p>
  );
}

/** What stands there when the draws are in, or why there are none. */
export function useDone(): string {
  const { t, count } = useCompareWords();
  const { chance } = useCompared();
  return chance === null
    ? t('compare.progress.fixed')
    : t('compare.progress.done', { draws: count(chance.draws), seed: chance.seed });
}

/** How far the comparison is: raw values first, the draws after that. */
export function DrawProgress() {
  const { t, count, regions } = useCompareWords();
  const { drawn, chance } = useCompared();
  const done = useDone();
  if (drawn.data === undefined && drawn.error === null) {
    return (
      <div>
        <p className="quiet">{t('compare.progress.raw')}</p>
        <Skeleton lines={8} />
      </div>
    );
  }
  const number = count(drawn.data?.regions.length ?? 0);
  const draws = count(chance?.draws ?? 0);
  return (
    <Progress drawn={drawn} doing={t('compare.progress.draws', { draws, number, regions })} done={done} />
  );
}
