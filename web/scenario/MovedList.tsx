import { useWords } from '../i18n/words.ts';
import { useEditWords } from './editWords.ts';
import type { Moved } from './useMoving.ts';

/** Longer lists are no longer read; their number is told. */
const mostRows = 50;

/** Areas and edits that another release changes for a scenario. */
export function MovedList({ moved, gone }: { moved: Moved; gone: boolean }) {
  const { t, count } = useWords();
  const { called } = useEditWords();
  const { moving, nameOf } = moved;
  const number = (value: number) => (Number.isNaN(value) ? t('sharing.move.none') : count(value));
  const fromTo = (from: number, to: number) =>
    Object.is(from, to) ? number(to) : t('sharing.move.fromTo', { from: number(from), to: number(to) });
  const names = (codes: readonly string[]) => {
    const shown = codes.slice(0, mostRows).map(nameOf);
    const more = codes.length - shown.length;
    return [...shown, ...(more > 0 ? [t('sharing.move.andMore', { count: more })] : [])].join(', ');
  };
  const { bySurface, byHand } = moving.sites;
  const all = [moving.gone, moving.fresh, moving.changed, moving.lost];
  const nothing = !gone && bySurface + byHand === 0 && all.every(list => list.length === 0);
  if (nothing) return <p className="note">{t('sharing.move.nothing')}</p>;
  return (
    <ul className="moved" data-testid="moved">
      {moving.lost.length > 0 && (
        <li className="note alarm">
          {t('sharing.move.lostEdits', { count: moving.lost.length })}
          <ul>
            {moving.lost.slice(0, mostRows).map(({ edit, areas }) => (
              <li key={edit.id}>{t('sharing.move.lostEdit', { edit: called(edit), areas: names(areas) })}</li>
            ))}
          </ul>
        </li>
      )}
      {bySurface > 0 && <li>{t('sharing.move.splitAgain', { count: bySurface })}</li>}
      {byHand > 0 && <li>{t('sharing.move.splitByHand', { count: byHand })}</li>}
      {(['gone', 'fresh'] as const)
        .filter(which => moving[which].length > 0)
        .map(which => (
          <li key={which}>
            <details>
              <summary>
                {t(which === 'gone' ? 'sharing.move.goneAreas' : 'sharing.move.newAreas', {
                  count: moving[which].length,
                })}
              </summary>
              {names(moving[which])}
            </details>
          </li>
        ))}
      {moving.changed.length > 0 && (
        <li>
          <details open>
            <summary>{t('sharing.move.changedAreas', { count: moving.changed.length })}</summary>
            <table className="moved-areas">
              <thead>
                <tr>
                  <th scope="col">{t('sharing.move.area')}</th>
                  <th scope="col">{t('sharing.move.social')}</th>
                  <th scope="col">{t('sharing.move.total')}</th>
                </tr>
              </thead>
              <tbody>
                {moving.changed.slice(0, mostRows).map(area => (
                  <tr key={area.code}>
                    <th scope="row">{nameOf(area.code)}</th>
                    <td>{fromTo(area.socialBefore, area.socialAfter)}</td>
                    <td>{fromTo(area.totalBefore, area.totalAfter)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {moving.changed.length > mostRows && (
              <p className="quiet">
                {t('sharing.move.andMore', { count: moving.changed.length - mostRows })}
              </p>
            )}
          </details>
        </li>
      )}
    </ul>
  );
}
