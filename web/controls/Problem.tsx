import { Button } from 'react-aria-components';
import { ProblemError } from '../../core/problem.ts';
import { useWords, type Words } from '../i18n/words.ts';

/** What happened in the reader's words; the server's own line goes to the folded detail. */
function explain(error: unknown, t: Words['t']): string {
  if (!(error instanceof ProblemError)) return t('error.server');
  switch (error.code) {
    case 'unavailable':
      return t('error.network');
    case 'not-found':
      return t('error.notFound');
    case 'bad-input':
    case 'bad-parameter':
    case 'unknown-parameter':
    case 'undefined-index':
    case 'too-large':
      return t('error.input');
    case 'forbidden':
      return t('error.forbidden');
    case 'too-many-requests':
      return t('error.limited');
    default:
      return t('error.server');
  }
}

/** An error that says what happened and what to do; the technical detail folds out. */
export function Problem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useWords();
  const detail = error instanceof Error ? error.message : String(error);
  const instance = error instanceof ProblemError ? error.details.instance : undefined;
  return (
    <div className="problem" role="alert">
      <p className="problem-title">{t('error.title')}</p>
      <p>{explain(error, t)}</p>
      <details>
        <summary>{t('error.detail')}</summary>
        <code>{detail}</code>
        {typeof instance === 'string' && <code>{instance}</code>}
      </details>
      {onRetry !== undefined && (
        <Button className="button" onPress={onRetry}>
          {t('error.retry')}
        </Button>
      )}
    </div>
  );
}
