import { dwellingsIn, HOME_SIZES, type Homes } from '../../core/scenario/homes.ts';
import type { Place } from '../../core/scenario/place.ts';
import { areasOf } from '../../core/scenario/place.ts';
import { shortHash } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { useAreasText } from '../scenario/editAreas.ts';

type Values = Readonly<Record<string, unknown>>;

/** Members whose values say nothing to a person: that they differ is told, not how. */
const UNTOLD: ReadonlySet<string> = new Set(['geometry', 'areasHash']);

/** What differs between two versions of something, in words. */
export function useDifferenceWords() {
  const { t, count, share } = useWords();
  const areasText = useAreasText();
  const homes = (value: Homes): string => {
    if (dwellingsIn(value) === (value.unspecified ?? 0)) return count(value.unspecified ?? 0);
    return HOME_SIZES.filter(size => (value[size] ?? 0) > 0)
      .map(size => `${count(value[size] ?? 0)} × ${t(`edit.size.${size}`)}`)
      .join(', ');
  };
  const place = (value: Place): string => {
    const areas = areasText(areasOf(value));
    return `${areas === '' ? t('edit.site.nowhere') : areas} (${t(`edit.splits.${value.split}`)})`;
  };
  const valueText = (name: string, value: unknown): string => {
    if (name === 'scope') return value === null ? t('versus.edits.whole') : (value as { code: string }).code;
    if (name === 'year' && value === null) return t('edit.yearNone');
    if (value === undefined) return t('versus.edits.standard');
    if (value === null || value === '') return t('versus.edits.empty');
    switch (name) {
      case 'kind':
        return t(`edit.kinds.${value as 'build'}`);
      case 'status':
        return t(`edit.statuses.${value as 'idea'}`);
      case 'enabled':
        return t(value === true ? 'versus.edits.on' : 'versus.edits.off');
      case 'social':
        return homes(value as Homes);
      case 'private':
      case 'dwellings':
        return count(Number(value));
      case 'place':
        return place(value as Place);
      case 'areas':
        return areasText(value as string[]);
      case 'from':
      case 'to':
        return areasText([String(value)]);
      case 'functions':
        return (value as string[]).map(one => t(`facility.${one}`, { defaultValue: one })).join(', ');
      case 'children':
        return t('versus.edits.own', { source: (value as { source: string }).source });
      case 'manySocial':
        return share(Number(value), 0);
      case 'release':
        return shortHash(String(value));
      default:
        return String(value);
    }
  };
  /** One member that differs: what it was and what it is; only that it differs where the two read alike. */
  return (name: string, before: Values, after: Values): string => {
    const title = t(`versus.member.${name}`, { defaultValue: name });
    if (UNTOLD.has(name)) return t('versus.edits.only', { name: title });
    const [from, to] = [valueText(name, before[name]), valueText(name, after[name])];
    return from === to
      ? t('versus.edits.only', { name: title })
      : t('versus.edits.between', { name: title, before: from, after: to });
  };
}
