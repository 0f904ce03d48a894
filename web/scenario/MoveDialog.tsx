import { Button } from 'react-aria-components';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { announce } from '../controls/Announcer.tsx';
import { Problem } from '../controls/Problem.tsx';
import { Sheet } from '../controls/Sheet.tsx';
import { Skeleton } from '../controls/Skeleton.tsx';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import { downloadScenario } from './file.ts';
import { MovedFigures } from './MovedFigures.tsx';
import { MovedList } from './MovedList.tsx';
import { type Moved, useMoving } from './useMoving.ts';
import { moveScenario } from './versionSteps.ts';

type Props = { scenario: ScenarioDocument; onClose: () => void };

/** Taking a scenario to the newest release, with everything that changes told beforehand. */
export function MoveDialog({ scenario, onClose }: Props) {
  const { t, dateTime } = useWords();
  const { release } = useScene();
  const { data, error, refetch } = useMoving(scenario);
  const gone = release.hash !== scenario.baseline.release;
  const move = ({ ground, edits }: Moved) => {
    moveScenario(scenario.id, ground, edits);
    announce(t('sharing.move.done'));
    onClose();
  };
  return (
    <Sheet title={t('sharing.move.title')} onClose={onClose}>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={5} />}
      {data !== undefined && (
        <>
          <p>
            {gone
              ? t('sharing.move.introGone')
              : t('sharing.move.intro', {
                  from: dateTime(release.createdAt),
                  to: dateTime(data.newest.createdAt),
                })}
          </p>
          <MovedList moved={data} gone={gone} />
          <MovedFigures moved={data} />
          <div className="actions">
            <Button className="button primary" onPress={() => move(data)}>
              {t('sharing.move.do')}
            </Button>
            <Button className="button" onPress={() => downloadScenario(scenario)}>
              {t('scenario.download')}
            </Button>
          </div>
        </>
      )}
    </Sheet>
  );
}
