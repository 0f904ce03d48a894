import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Problem } from '../controls/Problem.tsx';
import { Skeleton } from '../controls/Skeleton.tsx';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import { ChangeLine } from './ChangeLine.tsx';
import { useCorrections } from './corrections.ts';

/** What fits on screen; the rest on request. */
const step = 30;

/** Every correction of the region, those first whose source changed meanwhile. */
export function CorrectionLog() {
  const { t } = useWords();
  const { ground } = useScene();
  const { data, error, refetch } = useCorrections(ground);
  const [shown, setShown] = useState(step);
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={6} />;
  if (data.length === 0) return <p className="quiet">{t('places.noCorrections')}</p>;
  const clashes = data.filter(
    ({ holds, places }) =>
      holds &&
      places.some(({ fields, lost }) => lost !== null || fields.some(one => one.state === 'changed')),
  );
  const ordered = [...clashes, ...data.filter(one => !clashes.includes(one))];
  return (
    <div data-testid="corrections">
      <p className="quiet">{t('places.made', { count: data.length })}</p>
      {clashes.length > 0 && <p className="note alarm">{t('places.clashes', { count: clashes.length })}</p>}
      <ol className="change-lines">
        {ordered.slice(0, shown).map(change => (
          <ChangeLine key={change.change} change={change} named />
        ))}
      </ol>
      {ordered.length > shown && (
        <Button className="link-button" onPress={() => setShown(shown + step)}>
          {t('places.more', { count: ordered.length - shown })}
        </Button>
      )}
    </div>
  );
}
