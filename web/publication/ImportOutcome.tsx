import { useEffect } from 'react';
import { ProblemError } from '../../core/problem.ts';
import { announce } from '../controls/Announcer.tsx';
import { Problem } from '../controls/Problem.tsx';
import { useWords } from '../i18n/words.ts';
import { type UploadFinding, type Uploading, useUploading } from './upload.ts';

/** What the server says of its work, in the reader's language; what it adds later is told as it is. */
const STAGES = {
  Reading: 'reading',
  Checking: 'checking',
  Ordering: 'ordering',
  Accepting: 'accepting',
} as const;

function useStage(): (uploading: Uploading) => string {
  const { t, count } = useWords();
  return ({ news, fileName }) => {
    if (news === null) return t('importing.sending', { name: fileName });
    const stage = STAGES[news.text.split(' ')[0] as keyof typeof STAGES];
    if (stage === undefined) return news.text;
    const done = news.done === null ? '' : count(news.done);
    return t(
      stage === 'reading' && done !== '' ? 'importing.stage.readingCount' : `importing.stage.${stage}`,
      {
        name: fileName,
        done,
      },
    );
  };
}

/** What the checks found, in the words of the file's reader. */
function Findings({ findings, inAll }: { findings: readonly UploadFinding[]; inAll: number }) {
  const { t } = useWords();
  if (findings.length === 0) return null;
  return (
    <details className="how" open={findings.some(one => one.severity === 'error')}>
      <summary>{t('importing.findings', { count: inAll })}</summary>
      <ul className="import-findings" lang="en">
        {findings.map(({ severity, feature, message }) => (
          <li key={`${feature} ${message}`} data-severity={severity}>
            <strong>{t(`importing.severity.${severity}`, { defaultValue: severity })}</strong>
            {feature !== null && ` ${feature}:`} {message}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** How an import goes, and what came of it. */
export function ImportOutcome() {
  const { t, count } = useWords();
  const uploading = useUploading();
  const stage = useStage();
  const { state, imported, error } = uploading;
  const rows = imported?.datasets.reduce((sum, one) => sum + one.rowCount, 0) ?? 0;
  const done =
    imported === null
      ? ''
      : t(imported.unchanged ? 'importing.unchanged' : 'importing.done', {
          name: uploading.fileName,
          rows: count(rows),
        });
  const stopped = state === 'cancelled' ? t('importing.cancelled') : '';
  useEffect(() => {
    if (done !== '' || stopped !== '') announce(done || stopped);
  }, [done, stopped]);
  switch (state) {
    case 'idle':
      return null;
    case 'running':
      return (
        <p role="status" data-testid="import-progress">
          {stage(uploading)}
        </p>
      );
    case 'cancelled':
      return <p data-testid="import-cancelled">{stopped}</p>;
    case 'failed': {
      const known =
        error instanceof ProblemError && error.code !== 'internal' && error.code !== 'unavailable';
      if (!known) return <Problem error={error} />;
      const report = (error.details.report ?? []) as UploadFinding[];
      return (
        <div className="problem" role="alert" data-testid="import-problem">
          <p className="problem-title">{t('importing.refused')}</p>
          <p lang="en">{error.message}</p>
          <Findings findings={report} inAll={Number(error.details.findingsInAll ?? report.length)} />
        </div>
      );
    }
    default:
      return (
        <div data-testid="import-done">
          <p>{done}</p>
          {imported !== null && <Findings findings={imported.findings} inAll={imported.findingsInAll} />}
        </div>
      );
  }
}
