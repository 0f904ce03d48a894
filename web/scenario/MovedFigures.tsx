import { indexById, PANEL_INDICES } from '../../core/concentration/registry.ts';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import type { Figures, Moved } from './useMoving.ts';

/** The panel's figures of a scenario on the old and on the newest release. */
export function MovedFigures({ moved }: { moved: Moved }) {
  const { t, text, share, index: write } = useWords();
  const shown = (figures: Figures, id: string): string => {
    const outcome = figures?.[id];
    if (outcome === undefined || !('value' in outcome)) return '–';
    return indexById(id).family === 'stock' ? share(outcome.value) : write(outcome.value);
  };
  return (
    <>
      <table className="moved-areas" data-testid="moved-figures">
        <thead>
          <tr>
            <th scope="col">{t('sharing.move.figure')}</th>
            <th scope="col">{t('sharing.move.before')}</th>
            <th scope="col">{t('sharing.move.after')}</th>
          </tr>
        </thead>
        <tbody>
          {PANEL_INDICES.map(id => (
            <tr key={id}>
              <th scope="row">{sentence(text(indexById(id).title))}</th>
              <td>{shown(moved.before, id)}</td>
              <td>{shown(moved.after, id)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <details className="how">
        <summary>{t('sharing.move.how')}</summary>
        <p>{t('sharing.move.howText')}</p>
      </details>
    </>
  );
}
