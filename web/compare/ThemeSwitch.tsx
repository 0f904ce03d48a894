import { Segments } from '../controls/Segments.tsx';
import { useWords } from '../i18n/words.ts';
import { COMPARED_THEMES, setView, useView } from '../state/view.ts';

/** What is compared: how social dwellings lie, or who has room to play and meet. */
export function ThemeSwitch() {
  const { t } = useWords();
  const about = useView(view => view.about);
  return (
    <Segments
      label={t('access.about.label')}
      options={COMPARED_THEMES.map(id => ({ id, title: t(`access.about.${id}`) }))}
      value={about}
      onChange={id => setView({ about: id })}
    />
  );
}
