import {
  ATTRIBUTE_IDS,
  type AttributeId,
  type FacilityAttributes,
} from '../../core/facilities/attributes.ts';
import { useWords } from '../i18n/words.ts';

/** What is known of a place as short phrases, in a fixed order: "3 tot 12 jaar", "gratis", "verlicht". */
export function useAttributeWords() {
  const { t, count, date } = useWords();
  const one = (id: AttributeId, attributes: FacilityAttributes): string | null => {
    const value = attributes[id];
    if (value === undefined) return null;
    switch (id) {
      case 'minAge':
      case 'maxAge': {
        const { minAge, maxAge } = attributes;
        if (id === 'maxAge' && minAge !== undefined) return null;
        if (minAge === undefined) return t('attribute.agesTo', { to: maxAge });
        if (maxAge === undefined) return t('attribute.agesFrom', { from: minAge });
        return t('attribute.ages', { from: minAge, to: maxAge });
      }
      case 'capacity':
      case 'pupils':
        return t(`attribute.${id}Of`, { number: count(Number(value)) });
      case 'fee':
      case 'wheelchair':
      case 'lit':
        return t(`attribute.${id}Is.${value as 'yes'}`);
      case 'lastChecked':
        return t('attribute.lastCheckedOn', { day: date(String(value)) });
      default:
        return String(value);
    }
  };
  return (attributes: FacilityAttributes): string[] => ATTRIBUTE_IDS.flatMap(id => one(id, attributes) ?? []);
}
