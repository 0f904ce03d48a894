import { Component, type ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';

function Crashed({ error }: { error: Error }) {
  const { t } = useWords();
  return (
    <main className="crashed">
      <h1>{t('error.title')}</h1>
      <p role="alert">{t('error.crashed')}</p>
      <div className="actions">
        <button type="button" className="button primary" onClick={() => location.reload()}>
          {t('error.reload')}
        </button>
        <a className="button" href={location.pathname}>
          {t('error.afresh')}
        </a>
      </div>
      <details>
        <summary>{t('error.detail')}</summary>
        <code>{error.message}</code>
      </details>
    </main>
  );
}

/** Catches what a part of the page throws, so that a person reads a sentence instead of an empty page. */
export class Guard extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    return this.state.error === null ? this.props.children : <Crashed error={this.state.error} />;
  }
}
