import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import { useView } from '../state/view.ts';

/** Says when what is shown is not quite what was asked for: another level, a sum, another year. */
export function ShowingNote() {
  const { t, text } = useWords();
  const { showing, levels, level, year, values } = useScene();
  const asked = useView(view => view.year);
  const title = (id: string) => {
    const found = levels.find(one => one.id === id);
    return found === undefined ? id : text(found.title);
  };
  const notes: string[] = [];
  if (showing === null) notes.push(t('layers.noValues'));
  if (showing?.as === 'coarser') notes.push(t('layers.onlyAtLong', { level: title(level) }));
  if (values !== undefined && values.aggregatedFrom !== null) {
    notes.push(t('layers.aggregatedFrom', { level: title(values.aggregatedFrom) }));
  }
  if (asked !== null && year !== null && asked !== year)
    notes.push(t('layers.otherYear', { year: asked, shown: year }));
  if (notes.length === 0) return null;
  return (
    <p
      className={showing?.as === 'aggregated' && notes.length === 1 ? 'quiet' : 'note'}
      data-testid="showing-note"
    >
      {notes.join(' ')}
    </p>
  );
}
