import type { Edit } from '../../core/scenario/edit.ts';
import { areasNamed } from '../../core/scenario/edits.ts';
import { useWords } from '../i18n/words.ts';
import { useAreasText } from './editAreas.ts';

/** How edits are called in lists and messages. */
export function useEditWords() {
  const { t } = useWords();
  const areasText = useAreasText();
  /** Where an edit is. */
  const where = (edit: Edit): string => {
    if (edit.kind === 'move')
      return t('edit.fromTo', { from: areasText([edit.from]), to: areasText([edit.to]) });
    const named = areasNamed(edit);
    if (named.length > 0) return areasText(named);
    if (edit.kind === 'open-facility') return edit.title === '' ? t('drawing.facility.new') : edit.title;
    return 'facility' in edit ? edit.facility : t('edit.site.nowhere');
  };
  /** What an edit does and where; a project with a name goes by it. */
  const called = (edit: Edit): string => {
    const title = 'title' in edit ? edit.title : '';
    return t('edit.called', { kind: t(`edit.kinds.${edit.kind}`), area: title === '' ? where(edit) : title });
  };
  return { where, called };
}
