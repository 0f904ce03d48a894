import { type ChangeEvent, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { ProblemError } from '../../core/problem.ts';
import { readCatchments } from '../../core/scenario/catchment-file.ts';
import type { Catchment } from '../../core/scenario/catchments.ts';
import { Problem } from '../controls/Problem.tsx';
import { useWords } from '../i18n/words.ts';

type Props = {
  wanted: string;
  schools: readonly { id: string; name: string | null }[];
  onCatchments: (drawn: Catchment[]) => void;
};

/** Catchments from a file: all of them, or none and why. */
export function CatchmentFile({ wanted, schools, onCatchments }: Props) {
  const { t } = useWords();
  const file = useRef<HTMLInputElement>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const chosen = async (event: ChangeEvent<HTMLInputElement>) => {
    const [one] = event.target.files ?? [];
    event.target.value = '';
    if (one === undefined) return;
    setFailed(null);
    try {
      onCatchments(readCatchments(parsed(await one.text()), wanted, schools));
    } catch (error) {
      setFailed(error);
    }
  };
  return (
    <>
      <Button className="button" onPress={() => file.current?.click()}>
        {t('services.catchments.file')}
      </Button>
      <input
        ref={file}
        type="file"
        hidden
        accept=".geojson,.json,application/geo+json,application/json"
        aria-label={t('services.catchments.file')}
        data-testid="catchments-file"
        onChange={event => void chosen(event)}
      />
      {failed !== null && <Problem error={failed} />}
    </>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProblemError('bad-input', 'The file is no JSON.', {}, error);
  }
}
