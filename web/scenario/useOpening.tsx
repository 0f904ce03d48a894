import { type ChangeEvent, type ReactNode, useRef, useState } from 'react';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { useWords } from '../i18n/words.ts';
import { BadFile, type Refused } from './BadFile.tsx';
import { readScenarioFile } from './file.ts';
import { OpenServerDialog } from './OpenServerDialog.tsx';
import { rememberResults } from './results.ts';
import { takeIn } from './steps.ts';

export type Opening = {
  openFile: () => void;
  openServer: () => void;
  /** What the two need on the page: the field for files, what was wrong with one, the dialog. */
  parts: ReactNode;
};

function takeFile(document: ScenarioDocument): void {
  rememberResults(document);
  takeIn(document);
}

/** The two ways to bring in a scenario that is not in this browser: from a file and from the server. */
export function useOpening(): Opening {
  const { t } = useWords();
  const files = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [asking, setAsking] = useState(false);
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    setRefused(null);
    if (file === undefined) return;
    readScenarioFile(file).then(takeFile, (error: unknown) => setRefused({ name: file.name, error }));
  };
  const parts = (
    <>
      <input
        ref={files}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('scenario.upload')}
        data-testid="scenario-file"
        onChange={chosen}
      />
      {refused !== null && <BadFile refused={refused} onClose={() => setRefused(null)} />}
      <OpenServerDialog isOpen={asking} onClose={() => setAsking(false)} />
    </>
  );
  return { openFile: () => files.current?.click(), openServer: () => setAsking(true), parts };
}
