import { useState } from 'react';
import { Button } from 'react-aria-components';
import { announce } from '../controls/Announcer.tsx';
import { Problem } from '../controls/Problem.tsx';
import { useWords } from '../i18n/words.ts';
import { useCorrect } from './corrections.ts';
import { made, usePlaceWork } from './work.ts';

/** Takes back what was corrected last on this page. */
export function UndoLast() {
  const { t } = useWords();
  const { last, author } = usePlaceWork();
  const correct = useCorrect();
  const [failed, setFailed] = useState<unknown>(null);
  if (last === null && failed === null) return null;
  const undo = async () => {
    if (last === null) return;
    try {
      setFailed(null);
      made(null);
      await correct({ action: 'undo', change: last, author, reason: t('places.undoReason') });
      announce(t('places.undone'));
    } catch (error) {
      setFailed(error);
      made(last);
    }
  };
  return (
    <>
      <Button className="button" isDisabled={last === null || author === ''} onPress={() => void undo()}>
        {t('places.undoLast')}
      </Button>
      {failed !== null && <Problem error={failed} />}
    </>
  );
}
