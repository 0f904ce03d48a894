import { Choice } from '../controls/Choice.tsx';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { PLACE_AGES, setView, useView } from '../state/view.ts';

/** For which ages the places on the map are; nothing while none are shown. */
export function PlaceAgesChoice() {
  const { t } = useWords();
  const ages = useView(view => view.placeAges);
  const any = useView(view => view.facilities.length > 0);
  if (!any) return null;
  const titleOf = (id: string) => {
    const [from, to] = id.split('-');
    return t('access.placeAges.of', { from, to });
  };
  return (
    <>
      <Choice
        label={t('access.placeAges.title')}
        options={[
          { id: 'all', title: sentence(t('access.placeAges.all')) },
          ...PLACE_AGES.map(id => ({ id, title: titleOf(id) })),
        ]}
        value={ages ?? 'all'}
        onChange={id => setView({ placeAges: PLACE_AGES.find(one => one === id) ?? null })}
      />
      {ages !== null && <p className="quiet">{t('access.placeAges.help')}</p>}
    </>
  );
}
