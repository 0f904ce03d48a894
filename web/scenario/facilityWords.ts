import { useWords } from '../i18n/words.ts';
import { inOrder } from '../layers/facilities.ts';
import type { ChosenFacility } from './chosenFacility.ts';

/** How a facility is called: by its name, else by what it is for and its key at the source. */
export function useFacilityName(): (facility: Pick<ChosenFacility, 'id' | 'name' | 'functions'>) => string {
  const { t } = useWords();
  return ({ id, name, functions }) => {
    if (name !== null && name !== '') return name;
    const [first = 'other'] = inOrder(functions);
    const kind = t(`facility.${first}`, { defaultValue: first });
    return t('drawing.facility.unnamed', { kind, key: id.slice(id.indexOf('/') + 1) });
  };
}
