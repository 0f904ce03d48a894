import { createContext, type ReactNode, useContext } from 'react';
import { useWords } from '../i18n/words.ts';
import { type Reacting, useReacting } from './reacting.ts';

const ReactingContext = createContext<Reacting | null>(null);

/** Lets every figure below say whether it answers to the last change, and says what that was. */
export function ReactingProvider({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const reacting = useReacting();
  return (
    <ReactingContext value={reacting}>
      <p className="quiet" data-testid="last-change">
        {reacting === null
          ? t('figures.noLastChange')
          : t('figures.lastChange', { what: t(`scenario.history.${reacting.name}`) })}
      </p>
      {children}
    </ReactingContext>
  );
}

/** Whether a figure, or any of several, is another because of the last change; nothing while there is none. */
export function Reacts({ ids }: { ids: readonly string[] }) {
  const { t } = useWords();
  const reacting = useContext(ReactingContext);
  if (reacting === null) return null;
  const reacts = ids.some(id => reacting.ids.has(id));
  return (
    <span className="reacts" data-reacts={reacts}>
      {t(reacts ? 'figures.reacts' : 'figures.stays')}
      <span className="unseen"> {t('figures.byLastChange')}</span>
    </span>
  );
}
