import { Button } from 'react-aria-components';
import type { Edit } from '../../core/scenario/edit.ts';
import { dwellingsIn } from '../../core/scenario/homes.ts';
import { timesCounted } from '../../core/scenario/place.ts';
import { useWords } from '../i18n/words.ts';
import type { Frozen } from '../state/frozen.ts';
import { useEditWords } from './editWords.ts';
import { branchScenario } from './versionSteps.ts';

/** Social dwellings of an edit over all its areas; null for one that is not about dwellings. */
function dwellingsOf(edit: Edit): number | null {
  if (!('social' in edit)) return null;
  return dwellingsIn(edit.social) * ('place' in edit ? timesCounted(edit.place) : 1);
}

/** What a frozen link shows: to be read, and to make a scenario of one's own of. */
export function FrozenPanel({ frozen }: { frozen: Frozen }) {
  const { t, count, dateTime } = useWords();
  const { called } = useEditWords();
  const { original, revision, updatedAt } = frozen;
  return (
    <section className="frozen" data-testid="frozen">
      <h3>{t('sharing.frozenTitle', { title: original.title })}</h3>
      <p className="note">{t('sharing.frozenText', { revision, date: dateTime(updatedAt) })}</p>
      <Button className="button primary" onPress={() => branchScenario(original)}>
        {t('sharing.ownCopy')}
      </Button>
      {original.note !== '' && <p>{original.note}</p>}
      <ol className="frozen-edits" aria-label={t('scenario.edits')}>
        {original.edits.map(edit => {
          const dwellings = dwellingsOf(edit);
          return (
            <li key={edit.id} data-enabled={edit.enabled}>
              {called(edit)}
              {dwellings !== null && (
                <span className="quiet">
                  {count(dwellings)} {t('scenario.dwellings', { count: dwellings })}
                </span>
              )}
              {edit.note !== '' && <span className="quiet">{edit.note}</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
