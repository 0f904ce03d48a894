import type { Edit } from '../../core/scenario/edit.ts';
import { areasNamed } from '../../core/scenario/edits.ts';
import { useWords } from '../i18n/words.ts';
import { useEditedFacility } from '../scenario/editedFacilities.ts';
import { useEditWords } from '../scenario/editWords.ts';
import { useAreaNames } from '../scenario/evaluation.tsx';
import { useFacilityName } from '../scenario/facilityWords.ts';
import { useMemberWords } from '../scenario/memberWords.ts';

/** What stands elsewhere in the line of an edit, or says nothing on paper. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  ...['id', 'kind', 'title', 'note', 'author', 'enabled', 'geometry', 'facility', 'from', 'to'],
]);
/** More areas than a person reads through. */
const MOST_NAMED = 40;

const isSaid = ([name, value]: readonly [string, unknown]) =>
  !ELSEWHERE.has(name) && value !== null && !(name === 'private' && value === 0);

function EditLine({ edit }: { edit: Edit }) {
  const { t } = useWords();
  const { where } = useEditWords();
  const { title, value } = useMemberWords();
  const facility = useEditedFacility(edit);
  const facilityName = useFacilityName();
  const areaName = useAreaNames();
  const areas = areasNamed(edit);
  // Paper has no way to ask which areas the others are.
  const named = areas.map(code => areaName(code) ?? code).join(', ');
  const place = edit.kind !== 'move' && areas.length > 0 && areas.length <= MOST_NAMED ? named : where(edit);
  const at = facility === null ? place : facilityName(facility);
  const called = 'title' in edit && edit.title !== '' && edit.title !== at ? `${edit.title} (${at})` : at;
  const facts = Object.entries(edit)
    .filter(isSaid)
    // Where a site lies was said already.
    .filter(([name, member]) => name !== 'place' || (member as { kind: string }).kind === 'areas')
    .filter(([name]) => name !== 'areas')
    .map(([name, member]) =>
      name === 'place'
        ? t(`edit.splits.${(member as { split: 'each' }).split}`)
        : `${title(name)}: ${value(name, member)}`,
    );
  return (
    <li data-enabled={edit.enabled}>
      <strong>{t(`edit.kinds.${edit.kind}`)}</strong> {called}
      {!edit.enabled && <> ({t('versus.edits.off')})</>}
      {facts.length > 0 && <span className="print-detail">{facts.join(' · ')}</span>}
      {edit.note !== '' && <span className="print-detail">{edit.note}</span>}
      {edit.author !== '' && (
        <span className="print-detail">
          {title('author')}: {edit.author}
        </span>
      )}
    </li>
  );
}

/** Every change in its order, with its numbers, note and author; whoever reads it needs no screen. */
export function EditSheet({ edits, heading }: { edits: readonly Edit[]; heading: string }) {
  const { t } = useWords();
  return (
    <section>
      <h2>{heading}</h2>
      {edits.length === 0 ? (
        <p>{t('print.noEdits')}</p>
      ) : (
        <ol className="print-edits" data-testid="print-edits">
          {edits.map(edit => (
            <EditLine key={edit.id} edit={edit} />
          ))}
        </ol>
      )}
    </section>
  );
}
